-- Health of an instance. Its status follows kstatus: `observedGeneration`, `Ready`, `Reconciling`, `Stalled`.
-- Where the author of the API declares conditions of their own, `state` says the same in one word.
local hs = {status = "Progressing", message = "Waiting for the runtime"}

local status = obj.status
if status == nil then
  return hs
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  hs.message = "Waiting for the runtime to see the change"
  return hs
end

local found = {}
for _, condition in ipairs(status.conditions or {}) do
  found[condition.type] = condition
end
local ready = found["Ready"]
local resources = found["ResourcesReady"]

if resources ~= nil and resources.reason == "ReconciliationSuspended" then
  hs.status = "Suspended"
  hs.message = resources.message
elseif found["Stalled"] ~= nil and found["Stalled"].status == "True" then
  hs.status = "Degraded"
  hs.message = found["Stalled"].message
elseif ready ~= nil and ready.status == "True" and status.state ~= "ERROR" then
  hs.status = "Healthy"
  hs.message = ready.message
elseif status.state == "ERROR" then
  hs.status = "Degraded"
  hs.message = "The state is ERROR"
elseif ready ~= nil then
  hs.message = ready.message
elseif status.state == "ACTIVE" then
  hs.status = "Healthy"
  hs.message = "The state is ACTIVE"
elseif status.state ~= nil then
  hs.message = "The state is " .. status.state
end
return hs
