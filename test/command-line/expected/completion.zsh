#compdef chancery
# Completes chancery in zsh: source <(chancery completion zsh), after compinit
_chancery() {
  local current=${words[CURRENT]} previous=${words[CURRENT - 1]} command= files= at
  local -a entries options
  for ((at = 2; at < CURRENT; at++)); do
    case ${words[at]} in
    (--network | --directory | --output | -o | --name | --platform | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --sarif | --base | --fail-on-risk | --renew | --within | --key | --push | --context | --dns-server | --prune-also | --timeout | --html | --tail | --since | --container | --certificate | --channel) ((at++)) ;;
    (-*) ;;
    (*) command="${command:+$command }${words[at]}" ;;
    esac
  done
  case $previous in
    (--output | -o) compadd -- text json; return ;;
    (--platform) compadd -- besu fabric quorum; return ;;
    (--fail-on-risk) compadd -- never danger any; return ;;
    (--network | --sarif | --key | --html | --certificate) _files; return ;;
    (--directory) _files -/; return ;;
    (--name | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --base | --renew | --within | --push | --context | --dns-server | --prune-also | --timeout | --tail | --since | --container | --channel) return ;;
  esac
  case $command in
    ('')
      entries=('init:Write a repository for a new network: asks on a terminal, or takes what options say; overwrites nothing' 'validate:Check the definition and all its files; write nothing' 'plan:Report what merging a change would do to the clusters and the ledger, from the files alone; write nothing' 'keys:Make missing keys and a missing genesis block, encrypt keys for the clusters that need them; renew certificates' 'sign:Show what an organization agrees to, and sign it with an SSH key of one of its signers' 'render:Write deploy/: Kustomize overlays for each cluster, and the objects for Flux' 'commit:Make missing keys, render, and commit the result to the current branch' 'doctor:Check this machine, the repository and each cluster before the first apply; change nothing' 'diff:Show what apply would change in clusters: a unified diff of each object, by a dry run at the API server' 'apply:Apply what the definition renders to its clusters, wait until it is ready, and report the result' 'verify:Compare the clusters with the definition: drift, readiness, addresses, DNS names, the ledger, and with probe the connections of nodes' 'status:Show clusters, nodes, the ledger and routes as they are now, and what to do about problems; change nothing' 'report:Write one HTML page of the network: topology, addresses, keys, certificates, and what it can lose' 'logs:Print the log of a node, of an Ambassador, or of a Job or chaincode server of an organization' 'channel:Commands that begin with channel' 'chaincode:Commands that begin with chaincode' 'connection-profile:Print an organization'\''s connection profile for applications: peers, TLS roots, MSP ID, as JSON' 'completion:Print a script that completes commands and options in a shell' 'help:Show the options and examples of a command')
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('init' | 'init '*)
      entries=()
      options=('--name:Name of the network' '--platform:The ledger: besu, fabric or quorum' '--cluster:A cluster, its provider (eks, aks, gke, kubernetes, kind, minikube, k3s), and its domain or IP address (repeatable)' '--organization:An organization and its home cluster (repeatable)' '--nodes:Nodes of a role in the whole network; the platform chooses when empty (repeatable)' '--source-ranges:Who may connect to the cluster: IPv4 ranges with commas between; anyone when empty (repeatable)' '--recipient:age recipient that can decrypt the cluster'\''s keys (repeatable)' '--issuer-recipient:age recipient that can decrypt the keys of the organization'\''s certificate authorities (repeatable)' '--identities:Make an age identity in .age/ for each cluster and issuer that has no recipient' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('validate' | 'validate '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--sarif:File to write findings and risks to, as SARIF' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('plan' | 'plan '*)
      entries=()
      options=('--base:Branch, tag or commit to compare with, from the merge base; when empty, plan takes the target branch of a pull request, else the last commit' '--fail-on-risk:Which risks fail the command unless they are acknowledged: never, danger or any' '--acknowledged:Treat all risks as acknowledged' '--sarif:File to write findings and risks to, as SARIF' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('keys' | 'keys '*)
      entries=()
      options=('--organization:Make only the keys of this organization' '--renew:Renew certificates: expiring, or names of nodes such as carrier/peer1 for theirs, whenever they expire' '--within:How soon a certificate must expire to count as expiring' '--recipients:Re-encrypt sealed files whose recipients in the definition have changed' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('sign' | 'sign '*)
      entries=()
      options=('--organization:Name of the organization that signs' '--key:SSH key to sign with, or its public half if an SSH agent holds it; when empty, the key of a signer in ~/.ssh or the agent' '--base:Branch, tag or commit to merge the change into; when empty, the default branch of the remote, main or master, else the last commit' '--yes:Do not ask for confirmation' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('render' | 'render '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--check:Write nothing, and fail if a file would change' '--stand-ins:Replace missing keys by throw-away ones, to preview the result; never deploy it' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('commit' | 'commit '*)
      entries=()
      options=('--build:Build every Kustomize root too, overrides included' '--organization:Make only the keys of this organization' '--renew:Renew certificates: expiring, or names of nodes such as carrier/peer1 for theirs, whenever they expire' '--within:How soon a certificate must expire to count as expiring' '--push:Remote to push the commit to; when empty, the commit is not pushed' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('doctor' | 'doctor '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--dns-server:IP addresses of DNS servers, separated by commas; when empty, those of the machine' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('diff' | 'diff '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--prune:Delete applied objects that are no longer in the definition, except those that guards keep' '--force-conflicts:Take over fields to which another manager gave another value' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('apply' | 'apply '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--dry-run:Show what would change, according to the API server, and change nothing' '--prune:Delete applied objects that are no longer in the definition, except those that guards keep' '--prune-also:Objects to delete although a guard keeps them, such as Secret trade-north/v1; separated by commas or lines' '--force-conflicts:Take over fields to which another manager gave another value' '--allow-older:Apply this commit even if it does not contain the commit in the cluster' '--impersonate:Apply the objects of each organization as its own account, which has rights in its namespace only' '--timeout:How long to wait until everything is ready' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('verify' | 'verify '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--probe:Start a short-lived pod in each namespace and try every connection that its nodes need; the pods are removed again' '--rehearse:Compare by a server-side dry run, which finds more than reading does and needs the rights to apply' '--dns-server:IP addresses of DNS servers, separated by commas; when empty, those of the machine' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('status' | 'status '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--watch:Look again every 5 seconds until Ctrl-C: a terminal is redrawn, anything else gets a line for each change' '--dns-server:IP addresses of DNS servers, separated by commas; when empty, those of the machine' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('report' | 'report '*)
      entries=()
      options=('--html:Write the page to this file' '--base:Show what the change since this branch, tag or commit would do, with its risks' '--verify:Ask the clusters too: drift, readiness and the health of the ledger, as verify does' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('logs' | 'logs '*)
      entries=()
      options=('--cluster:Only this cluster; all when empty' '--context:kubeconfig context of that cluster; overrides the one in the definition' '--follow:Print new lines until Ctrl-C' '--tail:Only so many lines from the end; all when empty' '--since:Only lines that are not older; all when empty' '--previous:Print the log of the container that ran before the last restart' '--container:Container of the pod; the first when empty' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel update' | 'channel update '*)
      entries=()
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel sign' | 'channel sign '*)
      entries=()
      options=('--organization:Name of the organization that acts' '--key:Private key of an administrator of the organization (PEM), with --certificate; when empty, the key in material/ is used' '--certificate:Certificate of --key (PEM)' '--yes:Do not ask for confirmation' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel import' | 'channel import '*)
      entries=()
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      files=1
      ;;
    ('chaincode approve' | 'chaincode approve '*)
      entries=()
      options=('--organization:Name of the organization that acts' '--channel:Channel of the chaincode; when empty, the only one that has it' '--yes:Do not ask for confirmation' '--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('connection-profile' | 'connection-profile '*)
      entries=()
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('completion' | 'completion '*)
      entries=('bash:bash' 'zsh:zsh' 'fish:fish')
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('help' | 'help '*)
      entries=('init:init' 'validate:validate' 'plan:plan' 'keys:keys' 'sign:sign' 'render:render' 'commit:commit' 'doctor:doctor' 'diff:diff' 'apply:apply' 'verify:verify' 'status:status' 'report:report' 'logs:logs' 'channel:channel' 'chaincode:chaincode' 'connection-profile:connection-profile' 'completion:completion')
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('channel' | 'channel '*)
      entries=('update:Write the next update of a channel to material/, from what is recorded to what is defined; unsigned' 'sign:Show what a channel'\''s open updates change, ask, and sign them as an administrator of an organization' 'import:Record the configuration of a channel that was changed elsewhere, from a block: `peer channel fetch config`')
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
      ;;
    ('chaincode' | 'chaincode '*)
      entries=('approve:Show what a definition of a chaincode changes, ask, and record that an organization approves it')
      options=('--network:Path of the definition, relative to the directory' '--directory:Folder of the network' '--output:How to write the result; json is one document, and nothing else goes to standard output: text or json' '-o:How to write the result; json is one document, and nothing else goes to standard output: text or json' '--help:Show the options and examples of a command' '-h:Show the options and examples of a command')
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
