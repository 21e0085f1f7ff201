#!/usr/bin/env bash
# A drill of one server through everything that is deployed: start, gate, resume, launch, terminate. It costs one instance
# for a few minutes, and it leaves the execution in the history.
#
#   cfn/smoke-test.sh STACK PLAN_ID             against a stack of deploy.sh
#   cfn/smoke-test.sh --function NAME PLAN_ID   against any function (the local system: docs/deployment.md)
#
#   --output DIR    what was answered, sanitised; default ./smoke-test-DATE
#   --expected DIR  answers to compare with; default cfn/smoke-test (recorded with the simulator)
#   --patience N    seconds to wait for each step; default 3600
#   --pause N       seconds between two looks; default 10
#
# The plan: one wave of one server that can be drilled, with a gate before it (pauseBeforeWave). The script calls the
# function directly, as an operator whose API or Cognito is down would. Exit code: 0 the drill went through and nothing
# differs, 1 it did not, 3 it did and an answer has another shape than the simulator's: docs/unverified.md says what then.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
function= stack= output="smoke-test-$(date +%Y%m%d-%H%M%S)" expected="$here/smoke-test" patience=3600 pause=10
while [ $# -gt 0 ]; do
  case $1 in
    --function | --output | --expected | --patience | --pause) declare "${1#--}=$2"; shift 2 ;;
    -h | --help) sed -n '2,/^set /p' "$0" | grep '^#' | cut -c3-; exit 0 ;;
    *) break ;;
  esac
done
[ -n "$function" ] || { stack=${1:?"STACK PLAN_ID (try --help)"}; shift; }
plan=${1:?"PLAN_ID is missing (try --help)"}
for tool in aws jq; do command -v "$tool" >/dev/null || { echo "smoke test: $tool is missing" >&2; exit 1; }; done
binary=(); case $(aws --version 2>&1) in aws-cli/2*) binary=(--cli-binary-format raw-in-base64-out) ;; esac
[ -n "$function" ] || function=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='ExecutionHandlerArn'].OutputValue")
mkdir -p "$output"
raw=$(mktemp -d)
trap 'rm -rf "$raw"' EXIT
say() { echo "smoke test: $*"; }
die() { say "FAILED: $*"; [ -z "${execution:-}" ] || say "execution $execution; its instance may still live: runbook"; exit 1; }

# --- asking -----------------------------------------------------------------------------------------------------------
invoke() { # FILE PAYLOAD
  local try
  for try in 1 2 3; do
    if aws lambda invoke --function-name "$function" "${binary[@]+"${binary[@]}"}" --payload "$2" "$raw/$1" >"$raw/call" &&
      ! grep -q FunctionError "$raw/call"; then return; fi
    # Everything else can be repeated; a start would start twice.
    [ "$1" != 01-create ] || break
    sleep "$pause"
  done
  die "the function failed: $(head -c 500 "$raw/$1" 2>/dev/null)"
}
# As API Gateway would send it, for an operator who may do everything.
http() { # FILE METHOD RESOURCE [QUERY]
  local event
  event=$(jq -cn --arg m "$2" --arg r "$3" --arg id "$execution" --argjson q "${4:-null}" '{httpMethod: $m, resource: $r,
    path: ($r | sub("\\{id\\}"; $id)), pathParameters: {id: $id}, queryStringParameters: $q, headers: {}, body: null,
    requestContext: {authorizer: {claims: {email: "smoke-test", sub: "smoke-test", "cognito:username": "smoke-test",
      "cognito:groups": "DRSOrchestrationAdmin"}}}}')
  invoke answer "$event"
  jq -e .statusCode "$raw/answer" >/dev/null || die "no HTTP answer: $(head -c 500 "$raw/answer")"
  [ "$(jq .statusCode "$raw/answer")" -lt 300 ] || die "$2 $3: $(head -c 500 "$raw/answer")"
  jq -r .body "$raw/answer" >"$raw/$1"
}
# Which fields there are and of which type; lists by their elements, empty strings and nulls apart.
shape() {
  jq -r '[paths(type != "object" and type != "array") as $p | ($p | map(if type == "number" then "[]" else . end) | join(".")) + ": " +
    (getpath($p) | if . == null then "null" elif type == "string" then "string" else type end)] | unique | .[]' "$1"
}
# Ids, names, addresses and times of yours do not belong into a file that is shown around.
keep() { # NAME, from $raw/NAME
  jq -S 'walk(if type == "string" then
      gsub("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"; "UUID") | gsub("(?<p>drsjob|i|s|sn|pit|lt|vol|snap|subnet|eni|ami)-[0-9a-f]{8,}"; "\(.p)-ID")
      | gsub("arn:[a-z-]+:[^ \"]+"; "ARN") | gsub("[0-9]{12}"; "ACCOUNT") | gsub("[0-9]{1,3}(\\.[0-9]{1,3}){3}"; "IP")
      | gsub("ip-[0-9-]+[a-z0-9.-]*"; "HOST") | gsub("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+)"; "TIME")
    elif type == "object" then with_entries(if (.key | test("name|hostname|fqdn|tags"; "i")) and (.value | type) == "string"
      then .value = "TEXT" else . end)
    elif type == "number" and . > 100000 then 0 else . end)' "$raw/$1" >"$output/$1.json"
  shape "$output/$1.json" >"$output/$1.shape"
}
status() { jq -r .status "$raw/details"; }
# While a wave runs its fields come one by one, and nobody looks at the same moment twice: all looks count together.
look_at_polling() {
  cp "$raw/details" "$raw/04-polling"
  keep 04-polling
  cat "$output/04-polling.shape" >>"$raw/polling"
  LC_ALL=C sort -u "$raw/polling" >"$output/04-polling.shape"
}
until_status() { # NAME STATUS
  local end=$((SECONDS + patience))
  while :; do
    http details GET '/executions/{id}'
    [ "$(status)" != POLLING ] || look_at_polling
    case $(status) in
      "$2") cp "$raw/details" "$raw/$1"; keep "$1"; return ;;
      COMPLETED | FAILED | CANCELLED) die "the execution is $(status): $(jq -r '.errorMessage // ""' "$raw/details")" ;;
    esac
    [ $SECONDS -lt $end ] || die "not $2 after $patience s, but $(status)"
    sleep "$pause"
  done
}

# --- the drill --------------------------------------------------------------------------------------------------------
say "plan $plan, function $function"
invoke 01-create "$(jq -cn --arg p "$plan" '{operation: "create", planId: $p, executionType: "DRILL", initiatedBy: "smoke-test"}')"
execution=$(jq -r '.executionId // empty' "$raw/01-create")
[ -n "$execution" ] || die "not started: $(head -c 500 "$raw/01-create")"
[ "$(jq '.waves | length' "$raw/01-create")" = 1 ] || {
  invoke cancelled "$(jq -cn --arg e "$execution" '{operation: "cancel", executionId: $e}')"
  die "the plan has more than one wave; cancelled"
}
keep 01-create
say "started $execution"

until_status 02-paused PAUSED
[ "$(jq '[.waves[].serverIds[]] | length' "$raw/02-paused")" = 1 ] || {
  invoke cancelled "$(jq -cn --arg e "$execution" '{operation: "cancel", executionId: $e}')"
  die "the wave has not exactly one server; cancelled"
}
say "waits at its gate"
invoke 03-resume "$(jq -cn --arg e "$execution" '{operation: "resume", executionId: $e, requestedBy: "smoke-test"}')"
keep 03-resume
until_status 05-completed COMPLETED
say "COMPLETED"

job=$(jq -r '.waves[0].jobId' "$raw/details") region=$(jq -r '.waves[0].region' "$raw/details")
aws drs describe-jobs --region "$region" --filters "jobIDs=$job" --output json >"$raw/06-drs-job" && keep 06-drs-job
aws drs describe-job-log-items --region "$region" --job-id "$job" --output json >"$raw/07-drs-job-log" && keep 07-drs-job-log
workflow=$(jq -r .stateMachineArn "$raw/details")
end=$((SECONDS + patience))
while [ "$(aws stepfunctions describe-execution --execution-arn "$workflow" --query status --output text)" = RUNNING ]; do
  [ $SECONDS -lt $end ] || die "the workflow does not end"
  sleep "$pause"
done
# Only the kinds of events: whether a history costs what the budget says.
aws stepfunctions get-execution-history --execution-arn "$workflow" --output json |
  jq '{types: [.events[].type]}' >"$raw/08-history" && keep 08-history

http 09-instances GET '/executions/{id}/recovery-instances'
keep 09-instances
http 10-terminate POST '/executions/{id}/terminate-instances'
keep 10-terminate
say "terminating"
jobs=$(jq -r '[.jobs[].jobId] | join(",")' "$raw/10-terminate")
end=$((SECONDS + patience))
while :; do
  http 11-terminated GET '/executions/{id}/termination-status' "$(jq -cn --arg j "$jobs" --arg r "$region" '{jobIds: $j, region: $r}')"
  [ "$(jq .allCompleted "$raw/11-terminated")" != true ] || break
  [ $SECONDS -lt $end ] || die "the instance is not terminated after $patience s"
  sleep "$pause"
done
keep 11-terminated
say "terminated"

# --- against the simulator --------------------------------------------------------------------------------------------
differs=0
for answer in "$output"/*.json; do
  name=$(basename "$answer" .json)
  [ -f "$expected/$name.shape" ] || { say "$name: nothing to compare with"; continue; }
  if [ "$name" = 04-polling ]; then
    # A field that was not seen was not looked for in time; one that nobody knows is news.
    # The last moments before the end have the fields of the end.
    LC_ALL=C sort -u "$expected"/0[245]-*.shape | LC_ALL=C comm -13 - "$output/$name.shape" | sed 's/^/> /' >"$raw/diff"
  else
    diff "$expected/$name.shape" "$output/$name.shape" >"$raw/diff" || true
  fi
  [ ! -s "$raw/diff" ] || {
    differs=1
    say "$name differs from the simulator (< simulator, > here):"
    sed 's/^/    /' "$raw/diff"
  }
done
if ! diff <(jq -r '.types[]' "$expected/08-history.json" 2>/dev/null) <(jq -r '.types[]' "$output/08-history.json") >"$raw/diff"; then
  differs=1
  say "the history of the workflow differs from the interpreter's:"
  sed 's/^/    /' "$raw/diff"
fi
say "answers in $output"
[ "$differs" = 0 ] || { say "the drill went through, but AWS and the simulator differ: docs/unverified.md"; exit 3; }
say "the drill went through, and every answer is as the simulator's"
