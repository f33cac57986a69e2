-- Health of a group that the runtime compiles in the cluster. Each condition tells its own generation.
-- A group that does not compile will not before it is changed; everything else may still come.
local hs = {status = "Progressing", message = "Waiting for the runtime"}

for _, condition in ipairs((obj.status or {}).conditions or {}) do
  if condition.observedGeneration == obj.metadata.generation then
    if condition.type == "GraphAccepted" and condition.status == "False" then
      return {status = "Degraded", message = condition.message}
    end
    if condition.type == "Ready" then
      hs.message = condition.message
      if condition.status == "True" then
        hs.status = "Healthy"
      end
    end
  elseif condition.type == "Ready" then
    hs.message = "Waiting for the runtime to see the change"
  end
end
return hs
