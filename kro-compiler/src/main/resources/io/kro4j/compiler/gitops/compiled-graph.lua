-- Health of a compiled graph. Its status follows kstatus: `observedGeneration` and `Ready`.
-- A graph that is not accepted will never be; everything else may still come.
local hs = {status = "Progressing", message = "Waiting for the runtime"}

local status = obj.status
if status == nil then
  return hs
end
if status.observedGeneration ~= obj.metadata.generation then
  hs.message = "Waiting for the runtime to see the change"
  return hs
end

for _, condition in ipairs(status.conditions or {}) do
  if condition.type == "GraphAccepted" and condition.status == "False" then
    return {status = "Degraded", message = condition.message}
  end
  if condition.type == "Ready" then
    hs.message = condition.message
    if condition.status == "True" then
      hs.status = "Healthy"
    end
  end
end
return hs
