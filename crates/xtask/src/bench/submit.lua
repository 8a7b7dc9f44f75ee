-- wrk's requests: one answer after another, each with an id of its own, spread over all survey links.
-- Arguments after `--`: the path with {link} and {id}, the file of link codes, and a number that no other run has.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local ages = { "under-17", "17-25", "26-34", "35-44", "45-54", "55-65", "over-65" }
local educations = { "tidak-sekolah", "sd", "smp", "sma", "d1-d3", "d4-s1", "s2", "s3" }
local occupations = { "pns", "tni", "polri", "swasta", "wirausaha", "lainnya" }
local scores = { 1, 2, 3, 3, 3, 3, 3, 4, 4, 4 }

local function any(list)
  return list[math.random(#list)]
end

local function body()
  local answers = {}
  for item = 1, 9 do
    if math.random(40) > 1 then
      answers[#answers + 1] = string.format('"u%d":%d', item, any(scores))
    end
  end
  if #answers == 0 then
    answers[1] = '"u1":3'
  end
  return string.format('{"schema":"response.v1","questionnaire":"skm-2017","version":1,"answers":{%s},'
      .. '"profile":{"sex":"%s","age":"%s","education":"%s","occupation":"%s"},"answered_at":"%s"}',
    table.concat(answers, ","), any({ "female", "male" }), any(ages), any(educations), any(occupations),
    os.date("!%Y-%m-%dT%H:%M:%SZ", os.time() - math.random(1, 600)))
end

-- Everything but the id is made before the load begins: the generator shares the machine with what it measures.
function init(arguments)
  local before, after = arguments[1]:match("^(.*){link}(.*){id}$")
  heads, tails = {}, {}
  for link in io.lines(arguments[2]) do
    heads[#heads + 1] = "PUT " .. before .. link .. after
  end
  run = tonumber(arguments[3])
  count = 0
  math.randomseed(os.time() + run * 101 + number * 7)
  for index = 1, 4096 do
    local json = body()
    tails[index] = string.format(" HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
      .. "Content-Length: %d\r\n\r\n%s", wrk.headers["Host"], #json, json)
  end
end

-- A UUIDv7: the time, then the run and the thread, then a count among random bits, so that none comes twice.
local function id()
  count = count + 1
  local second = os.time() - math.random(0, 600)
  local high = math.floor(second * 1000 / 65536)
  local low = second * 1000 % 65536
  local who = (run * 16 + number) % 4096
  return string.format("%08x-%04x-7%03x-%04x-%06x%06x", high, low, who, 32768 + math.random(0, 16383),
    math.random(0, 16777215), count % 16777216)
end

function request()
  return any(heads) .. id() .. any(tails)
end

-- Read by load.rs; times are in microseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('measured {"requests":%d,"duration":%d,"p50":%d,"p99":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
