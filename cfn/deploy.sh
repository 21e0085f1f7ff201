#!/usr/bin/env bash
# Deploys the orchestrator into the account and Region of your AWS credentials. Two commands from a checkout:
#
#   ./mvnw -q -DskipTests package
#   cfn/deploy.sh --environment prod --parameters my-parameters.txt
#
#   --environment NAME   dev (default), test, qa, uat, prod
#   --project NAME       default aws-drs-orchestration
#   --parameters FILE    lines Name=Value for main-stack.yaml (cfn/parameters.example.txt); # begins a comment
#   --set Name=Value     one parameter; wins over the file; may be repeated
#   --stack NAME         default PROJECT-executions-ENVIRONMENT
#   --bucket NAME        for templates and jar; default PROJECT-deploy-ACCOUNT-REGION, made if missing
#   --plan               makes the change set and shows it, changes nothing
#   --yes                does not ask
#   --build-only DIR     writes the templates as they would be uploaded, without AWS
#
# CloudFormation rolls back by itself when a step fails. The way back after a deployment that succeeded is printed.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
project=aws-drs-orchestration environment=dev stack= bucket= parameters= plan= yes= build_only=
overrides=()

die() { echo "deploy: $*" >&2; exit 1; }
say() { echo "deploy: $*"; }

while [ $# -gt 0 ]; do
  case $1 in
    --plan | --yes) declare "${1#--}=1"; shift; continue ;;
    -h | --help) sed -n '2,/^set /p' "$0" | grep '^#' | cut -c3-; exit 0 ;;
    --project | --environment | --stack | --bucket | --parameters | --set | --build-only) ;;
    *) die "unknown option $1 (try --help)" ;;
  esac
  [ $# -ge 2 ] || die "$1 needs a value"
  case $1 in
    --set) overrides+=("$2") ;;
    --build-only) build_only=$2 ;;
    *) declare "${1#--}=$2" ;;
  esac
  shift 2
done
stack=${stack:-$project-executions-$environment}

# --- what is deployed -------------------------------------------------------------------------------------------------
jar="$root/adapters-lambda/target/execution-handler.jar"
[ -f "$jar" ] || die "$jar is missing: ./mvnw -q -DskipTests package"

hash_of() { openssl dgst -sha256 -r | cut -c1-10; }

from_file=()
if [ -n "$parameters" ]; then
  [ -f "$parameters" ] || die "$parameters is missing"
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%%#*}
    line=${line%"${line##*[![:space:]]}"}
    [ -n "$line" ] || continue
    [[ $line == [A-Za-z]*=* ]] || die "$parameters: not Name=Value: $line"
    from_file+=("$line")
  done <"$parameters"
fi
# The last one of a name wins with the AWS CLI as well.
given=("${from_file[@]+"${from_file[@]}"}" "${overrides[@]+"${overrides[@]}"}" "ProjectName=$project" "Environment=$environment")
for one in "${given[@]}"; do
  name=${one%%=*}
  grep -q "^  $name:\$" "$root/cfn/main-stack.yaml" || die "main-stack.yaml has no parameter $name"
done

code_sha256=$(openssl dgst -sha256 -binary "$jar" | openssl base64 -A)
revision=$({ cat "$jar" "$root/cfn/lambda-stack.yaml"; printf '%s\n' "${given[@]}"; } | hash_of)
api=$(cat "$root"/cfn/api-gateway-*-stack.yaml | { cat; printf '%s\n' "${given[@]}" | grep RecoveryPlanRoutes || true; } | hash_of)

# The templates refer to their neighbours by relative paths: the copy keeps them.
build=${build_only:-$root/target/deploy}
rm -rf "$build/cfn" "$build/adapters-lambda"
mkdir -p "$build/cfn" "$build/adapters-lambda/target"
cp "$root"/cfn/*-stack.yaml "$root"/cfn/*.asl.json "$build/cfn/"
cp "$jar" "$build/adapters-lambda/target/"
sed "s/ApiDeploymentREVISION/ApiDeployment$api/g" "$root/cfn/api-gateway-deployment-stack.yaml" \
  >"$build/cfn/api-gateway-deployment-stack.yaml"
if [ -n "$build_only" ]; then
  say "revision $revision, API $api, in $build"
  exit 0
fi

# --- where ------------------------------------------------------------------------------------------------------------
command -v aws >/dev/null || die "the AWS CLI is missing"
account=$(aws sts get-caller-identity --query Account --output text) || die "no AWS credentials"
region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}
[ -n "$region" ] || die "no Region: export AWS_REGION (the Region into which servers are recovered, docs/deployment.md)"
export AWS_REGION=$region AWS_DEFAULT_REGION=$region
bucket=${bucket:-$project-deploy-$account-$region}

say "stack $stack, account $account, Region $region, revision $revision"
if printf '%s\n' "${given[@]}" | grep -q '^UserPoolArn=.' &&
  ! printf '%s\n' "${given[@]}" | grep -q '^CreateApiLogRole=true$' &&
  [ "$(aws apigateway get-account --query cloudwatchRoleArn --output text)" = None ]; then
  die "API Gateway may not write logs in this account and Region yet. Once: --set CreateApiLogRole=true"
fi

# --- upload -----------------------------------------------------------------------------------------------------------
if ! aws s3api head-bucket --bucket "$bucket" 2>/dev/null; then
  say "making bucket $bucket"
  location=()
  [ "$region" = us-east-1 ] || location=(--create-bucket-configuration "LocationConstraint=$region")
  aws s3api create-bucket --bucket "$bucket" "${location[@]+"${location[@]}"}" >/dev/null
  aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
    BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-versioning --bucket "$bucket" --versioning-configuration Status=Enabled
fi
say "uploading"
aws cloudformation package --template-file "$build/cfn/main-stack.yaml" --s3-bucket "$bucket" --s3-prefix "$stack" \
  --output-template-file "$build/packaged.yaml" >"$build/package.log" 2>&1 || die "$(tail -5 "$build/package.log")"

output() {
  aws cloudformation describe-stacks --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text 2>/dev/null || true
}
before_version=$(output ExecutionHandlerVersion)

# --- change -----------------------------------------------------------------------------------------------------------
deploy() {
  aws cloudformation deploy --template-file "$build/packaged.yaml" --stack-name "$stack" \
    --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset \
    --parameter-overrides "${given[@]}" "HandlerCodeSha256=$code_sha256" "HandlerRevision=$revision" "$@"
}
if [ -n "$plan" ]; then
  deploy --no-execute-changeset
  exit 0
fi
if [ -z "$yes" ]; then
  read -r -p "deploy: change $stack in $account/$region? [y/N] " answer
  [ "$answer" = y ] || die "nothing was changed"
fi
if ! deploy; then
  say "FAILED; CloudFormation rolls back by itself. The first errors:"
  # Of the nested stacks, too: the reason stands there.
  for one in "$stack" $(aws cloudformation describe-stack-resources --stack-name "$stack" \
    --query "StackResources[?ResourceType=='AWS::CloudFormation::Stack'].PhysicalResourceId" --output text 2>/dev/null); do
    aws cloudformation describe-stack-events --stack-name "$one" --output text --query \
      "StackEvents[?contains(ResourceStatus,'FAILED')].[Timestamp,LogicalResourceId,ResourceStatusReason]" 2>/dev/null |
      grep -v 'Resource creation cancelled' | tail -5 || true
  done
  exit 1
fi

# --- result -----------------------------------------------------------------------------------------------------------
aws cloudformation describe-stacks --stack-name "$stack" --output table \
  --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]'
handler=$(output ExecutionHandlerArn)
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
binary=()
case $(aws --version 2>&1) in aws-cli/2*) binary=(--cli-binary-format raw-in-base64-out) ;; esac
# Reads the table and changes nothing: the execution does not exist.
aws lambda invoke --function-name "$handler" "${binary[@]+"${binary[@]}"}" \
  --payload '{"operation":"poll","executionId":"deploy-check","planId":"deploy-check"}' "$answer" >/dev/null
grep -q EXECUTION_NOT_FOUND "$answer" || die "the handler does not answer as it should: $(cat "$answer")"
say "done: the handler answers and reads its table"
say "next: cfn/smoke-test.sh $stack PLAN_ID"
if [ -n "$before_version" ] && [ "$before_version" != None ] && [ "$before_version" != "$(output ExecutionHandlerVersion)" ]; then
  say "way back, in seconds: aws lambda update-alias --function-name ${handler%:live} --name live --function-version $before_version"
fi
say "way back, whole: git checkout the earlier commit, package, deploy.sh with the same parameters"
