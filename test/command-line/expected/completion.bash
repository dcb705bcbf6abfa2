# Completes chancery in bash: source <(chancery completion bash)
_chancery() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= words= options= files= at
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    case ${COMP_WORDS[at]} in
    --network | --directory | --output | -o | --name | --platform | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --sarif | --base | --fail-on-risk | --renew | --within | --key | --push | --context | --dns-server | --prune-also | --timeout | --html | --tail | --since | --container | --certificate | --channel) ((at++)) ;;
    -*) ;;
    *) command="${command:+$command }${COMP_WORDS[at]}" ;;
    esac
  done
  case $previous in
  --output | -o)
    mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current")
    return
    ;;
  --platform)
    mapfile -t COMPREPLY < <(compgen -W 'besu fabric quorum' -- "$current")
    return
    ;;
  --fail-on-risk)
    mapfile -t COMPREPLY < <(compgen -W 'never danger any' -- "$current")
    return
    ;;
  --network | --sarif | --key | --html | --certificate)
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    return
    ;;
  --directory)
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
    return
    ;;
  --name | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --base | --renew | --within | --push | --context | --dns-server | --prune-also | --timeout | --tail | --since | --container | --channel)
    return
    ;;
  esac
  case $command in
    '')
      words='init validate plan keys sign render commit doctor diff apply verify status report logs channel chaincode connection-profile completion help' options='--network --directory --output -o --help -h'
      ;;
    'init' | 'init '*)
      words='' options='--name --platform --cluster --organization --nodes --source-ranges --recipient --issuer-recipient --identities --network --directory --output -o --help -h'
      ;;
    'validate' | 'validate '*)
      words='' options='--build --sarif --network --directory --output -o --help -h' files=1
      ;;
    'plan' | 'plan '*)
      words='' options='--base --fail-on-risk --acknowledged --sarif --network --directory --output -o --help -h' files=1
      ;;
    'keys' | 'keys '*)
      words='' options='--organization --renew --within --recipients --network --directory --output -o --help -h' files=1
      ;;
    'sign' | 'sign '*)
      words='' options='--organization --key --base --yes --network --directory --output -o --help -h' files=1
      ;;
    'render' | 'render '*)
      words='' options='--build --check --stand-ins --network --directory --output -o --help -h' files=1
      ;;
    'commit' | 'commit '*)
      words='' options='--build --organization --renew --within --push --network --directory --output -o --help -h' files=1
      ;;
    'doctor' | 'doctor '*)
      words='' options='--cluster --context --dns-server --network --directory --output -o --help -h' files=1
      ;;
    'diff' | 'diff '*)
      words='' options='--cluster --context --prune --force-conflicts --network --directory --output -o --help -h' files=1
      ;;
    'apply' | 'apply '*)
      words='' options='--cluster --context --dry-run --prune --prune-also --force-conflicts --allow-older --impersonate --timeout --network --directory --output -o --help -h' files=1
      ;;
    'verify' | 'verify '*)
      words='' options='--cluster --context --probe --rehearse --dns-server --network --directory --output -o --help -h' files=1
      ;;
    'status' | 'status '*)
      words='' options='--cluster --context --watch --dns-server --network --directory --output -o --help -h' files=1
      ;;
    'report' | 'report '*)
      words='' options='--html --base --verify --network --directory --output -o --help -h' files=1
      ;;
    'logs' | 'logs '*)
      words='' options='--cluster --context --follow --tail --since --previous --container --network --directory --output -o --help -h'
      ;;
    'channel update' | 'channel update '*)
      words='' options='--network --directory --output -o --help -h'
      ;;
    'channel sign' | 'channel sign '*)
      words='' options='--organization --key --certificate --yes --network --directory --output -o --help -h'
      ;;
    'channel import' | 'channel import '*)
      words='' options='--network --directory --output -o --help -h' files=1
      ;;
    'chaincode approve' | 'chaincode approve '*)
      words='' options='--organization --channel --yes --network --directory --output -o --help -h'
      ;;
    'connection-profile' | 'connection-profile '*)
      words='' options='--network --directory --output -o --help -h'
      ;;
    'completion' | 'completion '*)
      words='bash zsh fish' options='--network --directory --output -o --help -h'
      ;;
    'help' | 'help '*)
      words='init validate plan keys sign render commit doctor diff apply verify status report logs channel chaincode connection-profile completion' options='--network --directory --output -o --help -h'
      ;;
    'channel' | 'channel '*)
      words='update sign import' options='--network --directory --output -o --help -h'
      ;;
    'chaincode' | 'chaincode '*)
      words='approve' options='--network --directory --output -o --help -h'
      ;;
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ -n $files ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  fi
}
complete -o filenames -F _chancery chancery
