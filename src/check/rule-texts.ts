import type { RuleTexts } from '../network/rule-text.ts'

/** Rules of files around the definition. */
export const namedFileRules: RuleTexts = {
  'file-kind': {
    title: 'A file that Chancery reads is not a regular file.',
    why: 'Links can point outside of the repository, so Chancery does not follow them.',
    cases: [
      {
        severity: 'error',
        finds: 'A symbolic link, a path through a link, a folder, a device, a pipe, or a file larger than 64 MiB.',
        remedy: 'Replace it with a regular file.',
      },
      {
        severity: 'error',
        finds:
          'In `plan`: links and other repositories in `deploy/`, `material/` and `overrides/`, or files that Git attributes change at checkout.',
        remedy: 'Replace it with a regular file, or remove the attribute.',
      },
    ],
  },
  'named-file': {
    title: 'A file that the definition names is not in the repository.',
    cases: [{ severity: 'error', remedy: 'Correct the path, or commit the file.' }],
  },
  'named-file-size': {
    title: 'A binary file that the definition names is larger than 960 KiB.',
    why: 'Pods get the file from a ConfigMap, which holds 1 MiB with all its files.',
    cases: [{ severity: 'error', remedy: 'Remove what pods do not need from the file.' }],
  },
}

/** Rules of missing keys and of renewals. */
export const missingRules: RuleTexts = {
  'material-missing': {
    title: 'A key or the genesis does not exist yet.',
    cases: [
      {
        severity: 'error',
        finds:
          'The key is needed now, was requested by `chancery keys` and could not be made, or belongs to an organization with signers: workflows generate no keys for it.',
        remedy:
          'Run `chancery keys`, with `--organization` for an organization with signers. For an `existingSecret`, commit the public half of the key.',
      },
      {
        severity: 'warning',
        finds:
          'In `validate` and `plan`: the merge cannot make the certificates, because their organization keeps the key of its authority elsewhere.',
        remedy: 'The organization issues them, and commits them with their sealed keys.',
      },
      {
        severity: 'notice',
        finds: 'In `validate` and `plan`: the merge needs the age key of issuers. The message names them.',
        remedy:
          'The organization runs `chancery keys` on the branch. Where the workflow that commits has that age key: nothing.',
      },
      {
        severity: 'notice',
        finds: 'In `validate` and with `--stand-ins`: throw-away keys in memory replace the missing keys.',
        remedy: 'Nothing: `chancery commit` generates them.',
      },
    ],
  },
  'not-re-encrypted': {
    title: 'A sealed file keeps its former recipients.',
    cases: [
      {
        severity: 'error',
        finds:
          'In `chancery keys --recipients`: no available age key decrypts the file, or its organization signs for its keys.',
        remedy:
          'The holder of the age key in the message runs `chancery keys --recipients`. With `--organization`, only files of that organization are encrypted.',
      },
    ],
  },
  'not-renewed': {
    title: 'A certificate was not renewed.',
    cases: [
      {
        severity: 'warning',
        finds: 'Too many orderers of a channel would restart at once.',
        remedy: 'Run the command again when the renewed orderers are ready.',
      },
      {
        severity: 'error',
        finds:
          'In `chancery keys --renew` and `chancery commit --renew`: no available age key decrypts the key of the authority, that key is elsewhere, the organization signs for its certificates, or the release cannot change the certificate.',
        remedy:
          'The message names the certificates with their expiry, and whose key renews them. For certificates of one organization, use `--organization`. `commit` commits everything else first.',
      },
    ],
  },
}

/** Rules of overrides, and of what kustomize builds. */
export const overrideRules: RuleTexts = {
  'override-unused': {
    title: 'An override has no effect.',
    cases: [
      {
        severity: 'warning',
        finds:
          'A folder in `overrides/` that no root includes: the cluster or part does not exist, or the folder has no `kustomization.yaml`.',
        remedy: 'Correct the name of the folder or of the file.',
      },
      {
        severity: 'warning',
        finds:
          'With `--build`: the target of a patch matches no object of the root, or an entry of `images` matches no container. kustomize does not report it.',
        remedy: 'Correct the name in the message.',
      },
    ],
  },
  'override-reach': {
    title: 'An override refers to something outside of its own folder, or to a missing file.',
    why: 'Chancery fetches nothing and follows no links, so that a build depends on the repository alone.',
    cases: [
      {
        severity: 'error',
        finds: 'A URL, a repository, an absolute path, `deploy/`, `material/`, or the folder of another part.',
        remedy: 'Copy the file into the folder of the override.',
      },
    ],
  },
  'override-field': {
    title: 'A kustomization of an override has a field that is not allowed.',
    cases: [
      {
        severity: 'error',
        finds:
          'A field that runs plug-ins, fetches charts or changes what kustomize knows about kinds, an unknown field, or a name for all objects (`namePrefix`, `nameSuffix`).',
        remedy: 'Use the field in the hint.',
      },
    ],
  },
  'override-file': {
    title: 'A kustomization of an override is not plain YAML.',
    why: 'Readers of YAML disagree about such files.',
    cases: [
      {
        severity: 'error',
        finds: 'A merge key, a tag, a duplicate key, a second document, or an ambiguous character.',
        remedy: 'Write the values out.',
      },
    ],
  },
  'override-ciphertext': {
    title: 'An override contains or builds a value that SOPS or age encrypted.',
    why: 'Nothing binds a ciphertext to its organization: Flux would decrypt a copy of it too.',
    cases: [
      {
        severity: 'error',
        remedy: 'Create the Secret in the cluster, by hand or with External Secrets, and refer to it by name.',
      },
    ],
  },
  'override-namespace': {
    title: 'An override builds an object for another namespace than that of its part.',
    why: 'Each part belongs to one organization. Reported by `--build`, `plan`, `apply` and `verify`.',
    cases: [{ severity: 'error', remedy: 'Move the object to the override of its part.' }],
  },
  'node-replicas': {
    title: 'An override changes the number of pods of a node.',
    why: 'Two pods would sign with one key.',
    cases: [
      {
        severity: 'error',
        finds: '`replicas` other than 1. With `--build` also a patch, or an autoscaler.',
        remedy: 'Add a node to the definition.',
      },
    ],
  },
  'override-selectors': {
    title: 'An override adds labels to selectors.',
    why: 'Kubernetes never changes the selector of an existing StatefulSet or Deployment.',
    cases: [
      {
        severity: 'warning',
        finds: '`commonLabels`, or `includeSelectors: true`.',
        remedy: 'Use `labels` without `includeSelectors`.',
      },
    ],
  },
  'override-volume': {
    title: 'An override makes a volume smaller than the definition does.',
    why: 'Kubernetes never shrinks a volume. Reported with `--build`.',
    cases: [{ severity: 'error', remedy: 'Set `storage` of the node.' }],
  },
  'override-load-balancer': {
    title: 'An override changes the `loadBalancerClass` of a Service.',
    why: 'The class of an existing Service cannot change. Reported with `--build`.',
    cases: [{ severity: 'error', remedy: 'Set `ambassador.loadBalancerClass` in the definition.' }],
  },
  kustomize: {
    title: 'kustomize cannot build a root.',
    why: 'Flux could not apply it either. Reported by `--build`, `apply` and `verify`.',
    cases: [
      { severity: 'error', remedy: 'Check the override of this root. Without an override, report a bug of Chancery.' },
    ],
  },
}
