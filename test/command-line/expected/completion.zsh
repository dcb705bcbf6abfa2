#compdef chancery
# Completes chancery in zsh: source <(chancery completion zsh), after compinit
_chancery() {
  local current=${words[CURRENT]} previous=${words[CURRENT - 1]} command= files= at
  local -a entries options
  for ((at = 2; at < CURRENT; at++)); do
    case ${words[at]} in
    (--network | --directory | --output | -o | --sarif | --base | --fail-on-risk | --organization | --renew | --within | --key | --push | --cluster | --context | --prune-also | --timeout | --dns-server | --certificate | --channel) ((at++)) ;;
    (-*) ;;
    (*) command="${command:+$command }${words[at]}" ;;
    esac
  done
  case $previous in
    (--output | -o) compadd -- text json; return ;;
    (--fail-on-risk) compadd -- never danger any; return ;;
    (--network | --sarif | --key | --certificate) _files; return ;;
    (--directory) _files -/; return ;;
    (--base | --organization | --renew | --within | --push | --cluster | --context | --prune-also | --timeout | --dns-server | --channel) return ;;
  esac
  case $command in
    ('')
      entries=('validate:Check the definition and what belongs to it; write nothing' 'plan:Report what merging a change would do to clusters and to the ledger, from the files alone; write nothing' 'keys:Make the keys and the genesis that are missing, encrypted for the clusters that need them; renew certificates' 'sign:Show what an organization agrees to, and sign it with an SSH key of one of its signers' 'render:Write deploy/: Kustomize overlays for each cluster, and what Flux needs' 'commit:Make missing keys, render, and commit the result to the branch that is checked out' 'apply:Apply what the definition renders to its clusters, wait until it is ready, and report the result' 'verify:Compare the clusters with the definition: drift, readiness, addresses, names, the ledger, and with probe who reaches whom' 'status:Show clusters, nodes, the ledger and routes as they are now, and what to do about problems; change nothing' 'channel:Commands that begin with channel' 'chaincode:Commands that begin with chaincode' 'connection-profile:Print an organization'\''s connection profile for applications: peers, TLS roots, MSP ID, as JSON' 'completion:Print a script that completes commands and options in a shell' 'help:Show the options and examples of a command')
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('validate' | 'validate '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--sarif:Write findings and risks to this file as SARIF' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('plan' | 'plan '*)
      entries=()
      options=('--base:Branch, tag or commit to compare with, from where the two parted; when empty, the target branch of a pull request, else the last commit' '--fail-on-risk:Which risks fail the command unless they are acknowledged: never, danger or any' '--acknowledged:Count all risks as acknowledged' '--sarif:Write findings and risks to this file as SARIF' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('keys' | 'keys '*)
      entries=()
      options=('--organization:Make only the keys of this organization' '--renew:Renew certificates: expiring, or those of nodes such as carrier/peer1, whenever they expire' '--within:How soon a certificate must expire to count as expiring' '--recipients:Encrypt sealed files anew where the definition names other recipients' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('sign' | 'sign '*)
      entries=()
      options=('--organization:Name of the organization that signs' '--key:Key to sign with, or its public half when an SSH agent has it; when empty, it is looked for' '--base:Branch, tag or commit that this change is for; when empty, the default branch of the remote, main or master, else the last commit' '--yes:Sign without asking' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('render' | 'render '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--check:Write nothing, and fail when something would be written' '--stand-ins:Replace keys that are missing by throw-away ones, to look at the result: never deploy it' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('commit' | 'commit '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--organization:Make only the keys of this organization' '--renew:Renew certificates: expiring, or those of nodes such as carrier/peer1, whenever they expire' '--within:How soon a certificate must expire to count as expiring' '--push:Remote to push the commit to; when empty, the commit stays in the work tree' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('apply' | 'apply '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster, in place of the one in the definition' '--dry-run:Show what would be done, as the API server sees it, and change nothing' '--prune:Delete what was applied and has left the definition, with guards' '--prune-also:Delete these objects too, whatever guards them, such as Secret trade-north/v1; separated by commas or lines' '--force-conflicts:Take over fields that others own, where they hold another value' '--allow-older:Apply this commit although the cluster has one that it does not contain' '--impersonate:Apply what is of an organization as its own account, whose rights end at its namespace' '--timeout:How long to wait until everything is ready' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('verify' | 'verify '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster, in place of the one in the definition' '--probe:Start a short-lived pod in each namespace and try every connection that its nodes need; the pods are removed again' '--rehearse:Compare by a dry run at the API server in place of reading: it sees more, and needs the rights to apply' '--dns-server:IP address of a DNS server to ask for names, in place of the machine'\''s; several separated by commas' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('status' | 'status '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster, in place of the one in the definition' '--watch:Look again every 5 seconds until Ctrl-C: a terminal is redrawn, anything else gets a line for each change' '--dns-server:IP address of a DNS server to ask for names, in place of the machine'\''s; several separated by commas' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('channel update' | 'channel update '*)
      entries=()
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel sign' | 'channel sign '*)
      entries=()
      options=('--organization:Name of the organization that does it' '--key:Private key of an administrator of the organization (PEM), with --certificate; when empty, the organization'\''s own is looked for' '--certificate:Certificate of --key (PEM)' '--yes:Agree without being asked' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel import' | 'channel import '*)
      entries=()
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('chaincode approve' | 'chaincode approve '*)
      entries=()
      options=('--organization:Name of the organization that does it' '--channel:Channel of the chaincode; when empty, the only one that has it' '--yes:Agree without being asked' '--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('connection-profile' | 'connection-profile '*)
      entries=()
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('completion' | 'completion '*)
      entries=('bash:bash' 'zsh:zsh' 'fish:fish')
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('help' | 'help '*)
      entries=('validate:validate' 'plan:plan' 'keys:keys' 'sign:sign' 'render:render' 'commit:commit' 'apply:apply' 'verify:verify' 'status:status' 'channel:channel' 'chaincode:chaincode' 'connection-profile:connection-profile' 'completion:completion')
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel' | 'channel '*)
      entries=('update:Write the next update of a channel to material/, from what is recorded to what is defined; unsigned' 'sign:Show what a channel'\''s open updates change, ask, and sign them as an administrator of an organization' 'import:Record the configuration of a channel that was changed elsewhere, from a block: `peer channel fetch config`')
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('chaincode' | 'chaincode '*)
      entries=('approve:Show what a definition of a chaincode changes, ask, and record that an organization approves it')
      options=('--network:The definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
  esac
  if [[ $current == -* ]]; then
    _describe -o option options
  elif [[ -n $files ]]; then
    _files
  else
    _describe command entries
  fi
}
compdef _chancery chancery
