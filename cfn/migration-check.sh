#!/usr/bin/env bash
# Says whether the next step of docs/migration.md is safe now. Reads only.
#
#   cfn/migration-check.sh [options] STEP
#
#   beside   deploy beside the existing system: are its tables as they must be, and our names free?
#   live     cut over: has every execution of the existing system ended?
#   remove   remove the old functions: does nobody call or import them any more?
#   back     go back to the existing system: has every execution of ours ended?
#
#   --project NAME       default aws-drs-orchestration
#   --environment NAME   default prod
#   --suffix SUFFIX      the NameSuffix of our stack, default -v2
#   --stack NAME         our stack, default PROJECT-executions-ENVIRONMENT
#   --api ID             the existing API (for remove)
#   --quiet-hours N      how long nobody may have called the old functions (for remove), default 24
#
# Exit code: 0 GO, 2 NO-GO (each reason is printed), 1 it cannot tell (rights, Region, network): that is no GO either.
set -euo pipefail
project=aws-drs-orchestration environment=prod suffix=-v2 stack= api= quiet_hours=24
while [ $# -gt 0 ]; do
  case $1 in
    --project | --environment | --suffix | --stack | --api) declare "${1#--}=$2"; shift 2 ;;
    --quiet-hours) quiet_hours=$2; shift 2 ;;
    -h | --help) sed -n '2,/^set /p' "$0" | grep '^#' | cut -c3-; exit 0 ;;
    *) break ;;
  esac
done
step=${1:-}
stack=${stack:-$project-executions-$environment}
caller=$(aws sts get-caller-identity --query Arn --output text) || { echo "no AWS credentials" >&2; exit 1; }
partition=$(cut -d: -f2 <<<"$caller") account=$(cut -d: -f5 <<<"$caller")
region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}
[ -n "$region" ] || { echo "no Region: export AWS_REGION" >&2; exit 1; }
history="$project-execution-history-$environment"
machine() { echo "arn:$partition:states:$region:$account:stateMachine:$project-orchestration$1-$environment"; }
old_functions=(
  "$project-execution-handler-$environment" "$project-orch-sf-$environment" "$project-dr-orch-sf-$environment"
  "$project-execution-finder-$environment" "$project-execution-poller-$environment"
)
old_rules=("$project-execution-polling-schedule-$environment" "$project-execution-finder-schedule-$environment")

bad=0
ok() { echo "  ok     $*"; }
no() { echo "  NO-GO  $*"; bad=1; }
note() { echo "  note   $*"; }

# Empty when AWS says that it is not there; any other error ends the script: not knowing is no GO.
ask() {
  local answer error
  error=$(mktemp)
  if answer=$(aws "$@" --output text 2>"$error"); then
    rm -f "$error"
    [ "$answer" = None ] || printf '%s' "$answer"
  elif grep -Eq 'ResourceNotFound|NotFoundException|DoesNotExist|does not exist|NoSuchEntity|not imported' "$error"; then
    rm -f "$error"
  else
    { echo "cannot tell: aws $1 $2:"; cat "$error"; } >&2
    rm -f "$error"
    kill -s TERM $$
    exit 1
  fi
}
trap 'exit 1' TERM

# --- what is looked at -----------------------------------------------------------------------------------------------
tables_are_as_they_must_be() {
  local table keys
  for table in "execution-history executionId planId" "recovery-plans planId" "protection-groups groupId" "target-accounts accountId"; do
    read -r name keys <<<"$table"
    found=$(ask dynamodb describe-table --table-name "$project-$name-$environment" \
      --query 'Table.KeySchema[].AttributeName' | tr '\t' ' ')
    if [ "$found" = "$keys" ]; then ok "table $project-$name-$environment"; else
      no "table $project-$name-$environment has the keys '$found', must have '$keys'"
    fi
  done
  found=$(ask dynamodb describe-table --table-name "$history" \
    --query 'sort(Table.GlobalSecondaryIndexes[].IndexName)' | tr '\t' ' ')
  case " $found " in
    *" StatusIndex "*) case " $found " in *" planIdIndex "*) ok "its indexes"; return ;; esac ;;
  esac
  no "$history has the indexes '$found', must have StatusIndex and planIdIndex"
}

our_names_are_free() {
  local ours
  ours=$(ask cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus')
  if [ -n "$ours" ]; then ok "$stack is ours already ($ours)"; return; fi
  [ -n "$suffix" ] || no "an empty --suffix: the names of the existing system are taken"
  if [ -z "$(ask lambda get-function --function-name "$project-execution-handler$suffix-$environment" \
    --query Configuration.FunctionName)" ]; then ok "the function's name is free"; else
    no "there is a function $project-execution-handler$suffix-$environment already"
  fi
  if [ -z "$(ask stepfunctions describe-state-machine --state-machine-arn "$(machine "$suffix")" --query name)" ]; then
    ok "the machine's name is free"; else no "there is a machine $(machine "$suffix") already"
  fi
}

running() { ask stepfunctions list-executions --state-machine-arn "$1" --status-filter RUNNING --query 'executions[].name'; }

nothing_runs_on() { # MACHINE, whose
  local names
  names=$(running "$1")
  if [ -z "$names" ]; then ok "no workflow of $2 runs"; else
    for name in $names; do no "workflow $name of $2 still runs"; done
  fi
}

# The record, too: an execution whose workflow is dead, or was never started, blocks its plan. Read consistently and whole:
# the index may be behind. Open is whatever has not ended by a word that is known (contract 2.8), odd words and none included.
ended_statuses='{":1":{"S":"COMPLETED"},":2":{"S":"COMPLETED_WITH_WARNINGS"},":3":{"S":"FAILED"},":4":{"S":"PARTIAL"},
  ":5":{"S":"TIMEOUT"},":6":{"S":"TIMED_OUT"},":7":{"S":"TERMINATED"},":8":{"S":"SUCCEEDED"},":9":{"S":"CANCELLED"},
  ":10":{"S":"ABORTED"},":11":{"S":"LOCK"}}'
nothing_is_open() { # machine, whose; items without a workflow count for both
  local id status arn open=0
  while read -r id status arn; do
    case $id in '' | execution-lock-*) continue ;; esac
    case $arn in
      "${1/:stateMachine:/:execution:}":* | None | '') open=1 && no "execution $id of $2 is $status" ;;
    esac
  done < <(ask dynamodb scan --table-name "$history" --consistent-read --filter-expression 'NOT #s IN (:1,:2,:3,:4,:5,:6,:7,:8,:9,:10,:11)' \
    --projection-expression 'executionId,#s,stateMachineArn' --expression-attribute-names '{"#s":"status"}' \
    --expression-attribute-values "$ended_statuses" --query 'Items[].[executionId.S,status.S,stateMachineArn.S]' && echo)
  [ "$open" = 1 ] || ok "no execution of $2 is open on record"
}

we_are_ready() {
  local state alias
  state=$(ask cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus')
  case $state in
    CREATE_COMPLETE | UPDATE_COMPLETE) ok "stack $stack is $state" ;;
    *) no "stack $stack is '${state:-not there}'" ;;
  esac
  alias=$(ask lambda get-alias --function-name "$project-execution-handler$suffix-$environment" --name live --query FunctionVersion)
  if [ -n "$alias" ]; then ok "the alias live points to version $alias"; else no "our function has no alias live"; fi
}

nobody_calls() { # FUNCTION
  local calls
  calls=$(ask cloudwatch get-metric-statistics --namespace AWS/Lambda --metric-name Invocations --statistics Sum \
    --dimensions "Name=FunctionName,Value=$1" --period 3600 \
    --start-time "$(date -u -d "-$quiet_hours hours" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v "-${quiet_hours}H" +%Y-%m-%dT%H:%M:%SZ)" \
    --end-time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" --query 'sum(Datapoints[].Sum)')
  case ${calls:-0} in
    0 | 0.0) ok "nobody has called $1 for $quiet_hours h" ;;
    *) no "$1 was called ${calls%.0} times in the last $quiet_hours h" ;;
  esac
}

rules_are_off() {
  local rule state
  for rule in "${old_rules[@]}"; do
    state=$(ask events describe-rule --name "$rule" --query State)
    case $state in
      ENABLED) no "rule $rule still calls an old function: aws events disable-rule --name $rule" ;;
      *) ok "rule $rule is ${state:-gone}" ;;
    esac
  done
}

nobody_imports() {
  local export importers
  for export in $(ask cloudformation list-exports \
    --query "Exports[?contains(Name,'ExecutionFinder') || contains(Name,'ExecutionPoller') || contains(Name,'OrchestrationStepFunctions') || contains(Name,'orchestration-arn')].Name"); do
    importers=$(ask cloudformation list-imports --export-name "$export" --query Imports)
    if [ -z "$importers" ]; then ok "nobody imports $export"; else no "$export is imported by $importers"; fi
  done
}

api_goes_to_us() {
  local uri
  [ -n "$api" ] || { note "no --api: the integrations of the existing API were not looked at"; return; }
  local old=0
  for uri in $(ask apigateway get-resources --rest-api-id "$api" --embed methods \
    --query 'items[].resourceMethods.values(@)[].methodIntegration.uri'); do
    for function in "${old_functions[@]}"; do
      case $uri in *":function:$function/"* | *":function:$function:"*) old=1 && no "API $api still calls $function" ;; esac
    done
  done
  [ "$old" = 1 ] || ok "API $api calls no old function"
}

# --- the steps --------------------------------------------------------------------------------------------------------
echo "migration check '$step' in $account/$region"
case $step in
  beside)
    tables_are_as_they_must_be
    our_names_are_free
    ;;
  live)
    we_are_ready
    nothing_runs_on "$(machine '')" "the existing system"
    nothing_is_open "$(machine '')" "the existing system"
    rules_are_off
    ;;
  remove)
    we_are_ready
    nothing_runs_on "$(machine '')" "the existing system"
    nothing_is_open "$(machine '')" "the existing system"
    rules_are_off
    api_goes_to_us
    nobody_imports
    for function in "${old_functions[@]}"; do
      [ -z "$(ask lambda get-function --function-name "$function" --query Configuration.FunctionName)" ] || nobody_calls "$function"
    done
    ;;
  back)
    nothing_runs_on "$(machine "$suffix")" "ours"
    nothing_is_open "$(machine "$suffix")" "ours"
    ;;
  *) echo "unknown step '$step': beside, live, remove or back (try --help)" >&2; exit 1 ;;
esac
[ "$bad" = 0 ] || { echo "NO-GO"; exit 2; }
echo GO
