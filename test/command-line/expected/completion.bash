# Completes chancery in bash: source <(chancery completion bash)
_chancery() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= words= options= files= at
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    case ${COMP_WORDS[at]} in
    --network | --directory | --output | -o | --name | --platform | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --steward-recipient | --into | --report | --platform-version | --genesis | --enodes | --from-rpc | --node | --key | --channel | --genesis-block | --msp | --spec | --image | --command | --chain-folder | --replace | --sarif | --base | --fail-on-risk | --renew | --within | --push | --context | --dns-server | --prune-also | --timeout | --invoke | --query | --argument | --html | --tail | --since | --container | --certificate | --request | --accept) ((at++)) ;;
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
    mapfile -t COMPREPLY < <(compgen -W 'besu corda fabric indy quorum substrate' -- "$current")
    return
    ;;
  --fail-on-risk)
    mapfile -t COMPREPLY < <(compgen -W 'never danger any' -- "$current")
    return
    ;;
  --network | --report | --genesis | --enodes | --key | --genesis-block | --spec | --sarif | --html | --certificate | --request)
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    return
    ;;
  --directory | --into)
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
    return
    ;;
  --name | --cluster | --organization | --nodes | --source-ranges | --recipient | --issuer-recipient | --steward-recipient | --platform-version | --from-rpc | --node | --channel | --msp | --image | --command | --chain-folder | --replace | --base | --renew | --within | --push | --context | --dns-server | --prune-also | --timeout | --invoke | --query | --argument | --tail | --since | --container | --accept)
    return
    ;;
  esac
  case $command in
    '')
      words='init import adopt upgrade validate plan keys sign render commit doctor diff apply verify status report logs explain channel chaincode connection-profile indy substrate completion help' options='--network --directory --output -o --help -h'
      ;;
    'init' | 'init '*)
      words='' options='--name --platform --cluster --organization --nodes --source-ranges --recipient --issuer-recipient --steward-recipient --identities --network --directory --output -o --help -h'
      ;;
    'import bevel' | 'import bevel '*)
      words='' options='--into --name --report --network --directory --output -o --help -h' files=1
      ;;
    'adopt' | 'adopt '*)
      words='besu fabric quorum substrate' options='--into --name --platform-version --cluster --organization --report --genesis --enodes --from-rpc --node --key --channel --genesis-block --msp --spec --image --command --chain-folder --network --directory --output -o --help -h'
      ;;
    'upgrade' | 'upgrade '*)
      words='' options='--check --yes --replace --network --directory --output -o --help -h' files=1
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
      words='' options='--cluster --context --probe --rehearse --invoke --query --argument --channel --dns-server --network --directory --output -o --help -h' files=1
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
    'explain' | 'explain '*)
      words='account acknowledge-spent acknowledge-unused acl acl-weakened address-prefix administrators-elsewhere administrators-in-clusters adopted-channel alias allowed-accounts ambassador-alone ambassador-replaced ambassador-republished ambassador-setting announcement approvals-automatic artifact authentication-changed authentication-removed author-agreement author-agreement-changed author-agreement-version authorities-restart authority-added authority-changed authority-in-cluster authority-removed authority-replaced base-broken batch bevel-definition bft block-reward body-limit bootnode-removed capability capability-lowered capability-raised certificate certificate-attributes certificate-authority certificate-expired certificate-expires certificate-names chain-id chain-id-changed chain-protocol-changed chain-renamed chain-spec chain-spec-changed chain-spec-replaced chaincode-added chaincode-approval chaincode-approval-open chaincode-approved chaincode-changed chaincode-environment chaincode-image chaincode-image-changed chaincode-indexes chaincode-init chaincode-label chaincode-name chaincode-organization chaincode-removed chaincode-secret chaincode-sequence chaincode-server chaincode-server-changed chaincode-version channel-added channel-address-changed channel-block channel-changed channel-import channel-imported channel-name channel-policy-weakened channel-quorum-lost channel-record-removed channel-reference channel-removed channel-signature channel-update channel-update-due channel-update-open channel-update-recorded channel-update-signed channel-update-words channel-without-jobs checksum cleartext-enabled client-attribute client-attributes-changed client-without-home cluster-added cluster-address cluster-context cluster-removed cluster-wide-object code collection collection-changed collection-name collection-widened common-name concentration config-map-size configuration-changed consensus consensus-changed consensus-followed consensus-release consenter-joins consenter-leaves consenter-rekeyed consenter-removed consenters consenters-restart container-changed context-changed contracts-removed cordapp cors-open cors-origin custom-object dangerous-api database database-changed database-replaced delivery-changed delivery-object demo-zone departed-member deploy-changed deploy-outdated deploy-stale dns-name doorman-changed drain-loses-quorum drains-loosened duplicate-chaincode duplicate-channel duplicate-client duplicate-collection duplicate-in-pool duplicate-key duplicate-name duplicate-namespace duplicate-party duplicate-signer elsewhere-changed emissary-version empty-block-period end-of-life endorsement endorsement-weakened endorser-added endorser-removed endpoint-closed endpoint-exposed epoch-length expose-needs-domain exposed-otherwise exposed-rpc exposure external-added external-address external-certificate external-changed external-dns-changed external-removed file-encoding file-kind finality-lost finality-margin flows-in-progress flux-system-changed fork-moved fork-order fork-scheduled fork-time free-gas gas-limit genesis genesis-authorities genesis-changed genesis-field-changed genesis-file genesis-hash genesis-key genesis-refused genesis-replaced genesis-unknown goquorum-chain guard-loosened hairpin host-changed identity identity-adopted identity-issued identity-left-behind identity-returned identity-revoked idle-node idle-organization ignored-setting image image-digest-changed image-digest-kept image-downgraded image-foreign image-major-upgraded image-pull-secret-changed image-registry-changed immutable-field ip-families-changed ip-family issuer-key-in-cluster issuer-limit issuer-recipients key-in-two-clusters kubernetes-refuses kustomize legal-name legal-name-changed legal-name-taken-over load-balancer-annotation lock lock-changed lock-outdated long-time material-digest material-half material-missing material-removed max-peers member-joins member-leaves member-without-peer missing-key monitoring msp-id msp-id-changed name-collision name-length named-file named-file-size namespace-changed network-map-changed network-map-replaced network-parameters-kept network-policy network-renamed no-anchor no-effect no-orderer node-adopted node-elsewhere node-id node-key-changed node-key-inherited node-moved node-program node-removed node-replicas node-returned node-secret node-secret-changed not-committed not-re-encrypted not-renewed notaries-restart notary notary-added notary-identity-changed notary-removed notary-validating-changed open-to-all organization-in-cluster organization-removed override-ciphertext override-field override-file override-load-balancer override-namespace override-reach override-selectors override-unused override-volume owned-setting owners-changed peer-address-changed peer-id-changed placement placement-changed plain-secret platform platform-changed pod-security-lowered policy pool-address-changed pool-alias-changed pool-genesis-replaced pool-key-changed pool-key-inherited pool-quorum-lost pool-quorum-margin pool-renamed pool-validator-added pool-validator-removed pool-validators-restart port-changed port-collision port-limit port-pool port-pool-changed port-reserved provider-changed proxy-protocol public-changed quorum-lost quorum-margin raft reach-widened recipient-added recipient-removed recipients reference refused-setting release release-lacks rendered-object-removed repository-changed request-timeout reserved-label reserved-name resources revocation revocation-removed revoked-node rights-granted role-field root-truststore-changed route-changed route-collision route-dead route-freeze route-terminates route-text rpc-tls-changed rpc-user runtime-keys schema sealed-changed sealed-recipients sealed-secret secret-read service-redirected session-keys session-keys-inherited session-keys-lost session-keys-rotated setting setting-file setting-value setup shared-endpoint shared-recipient shared-signer signature-invalid signature-missing signers-changed signers-introduced signers-record signers-removed source-ranges source-ranges-narrowed source-ranges-widened state-database-changed state-pruning-changed steward steward-changed steward-key-in-cluster steward-recipients storage storage-class storage-class-changed storage-shrinks text-characters token-key token-mounted transition transition-changed transition-scheduled trustee-added trustee-removed trustees truststore unguarded-endpoint unknown-api unknown-key unknown-setting unreachable-address validator-account-changed validator-added validator-address validator-clients validator-demoted validator-exposed validator-gone validator-keys validator-new validator-removed validators validators-adopted validators-at-once validators-replaced validators-restart volume-shared well-known-key workflow-changed workload-added yaml-aliases yaml-documents yaml-duplicate-key yaml-empty yaml-key yaml-merge yaml-size yaml-syntax yaml-tag zone zone-replaced' options='--network --directory --output -o --help -h'
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
    'indy node join' | 'indy node join '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy node leave' | 'indy node leave '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy node return' | 'indy node return '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy node move' | 'indy node move '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy node rotate' | 'indy node rotate '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy steward' | 'indy steward '*)
      words='' options='--key --submit --request --yes --accept --network --directory --output -o --help -h'
      ;;
    'indy endorser' | 'indy endorser '*)
      words='' options='--key --submit --request --yes --accept --network --directory --output -o --help -h'
      ;;
    'indy trustee' | 'indy trustee '*)
      words='' options='--key --submit --request --yes --accept --network --directory --output -o --help -h'
      ;;
    'indy dismiss' | 'indy dismiss '*)
      words='' options='--key --submit --request --yes --accept --network --directory --output -o --help -h'
      ;;
    'indy agreement' | 'indy agreement '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h'
      ;;
    'indy validator-info' | 'indy validator-info '*)
      words='' options='--key --submit --request --network --directory --output -o --help -h'
      ;;
    'indy sign' | 'indy sign '*)
      words='' options='--key --submit --request --yes --network --directory --output -o --help -h' files=1
      ;;
    'indy submit' | 'indy submit '*)
      words='' options='--yes --network --directory --output -o --help -h' files=1
      ;;
    'substrate session-keys' | 'substrate session-keys '*)
      words='' options='--network --directory --output -o --help -h'
      ;;
    'completion' | 'completion '*)
      words='bash zsh fish' options='--network --directory --output -o --help -h'
      ;;
    'help' | 'help '*)
      words='init import adopt upgrade validate plan keys sign render commit doctor diff apply verify status report logs explain channel chaincode connection-profile indy substrate completion' options='--network --directory --output -o --help -h'
      ;;
    'import' | 'import '*)
      words='bevel' options='--network --directory --output -o --help -h'
      ;;
    'channel' | 'channel '*)
      words='update sign import' options='--network --directory --output -o --help -h'
      ;;
    'chaincode' | 'chaincode '*)
      words='approve' options='--network --directory --output -o --help -h'
      ;;
    'indy node' | 'indy node '*)
      words='join leave return move rotate' options='--network --directory --output -o --help -h'
      ;;
    'indy' | 'indy '*)
      words='node steward endorser trustee dismiss agreement validator-info sign submit' options='--network --directory --output -o --help -h'
      ;;
    'substrate' | 'substrate '*)
      words='session-keys' options='--network --directory --output -o --help -h'
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
