import { dumpYaml } from '../../../../src/yaml.ts'

/** What stands in for an action of others: a script, with the inputs that it reads as variables. */
interface StandIn {
  readonly inputs: readonly string[]
  readonly script: string
}

/** Artifacts are folders in $STORE. Nothing is signed: it is only looked whether there is something to sign. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/setup-node': { inputs: ['node-version', 'package-manager-cache'], script: 'node --version' },
  'actions/upload-artifact': {
    inputs: ['name', 'path', 'retention-days'],
    script: 'rm -rf "$STORE/artifact-$NAME" && cp -r "$FILES" "$STORE/artifact-$NAME"',
  },
  'actions/download-artifact': { inputs: ['name', 'path'], script: 'cp -r "$STORE/artifact-$NAME" "$FILES"' },
  'actions/attest': { inputs: ['subject-path', 'sbom-path'], script: 'ls -- $SUBJECTS $BILL >> "$STORE/attested"' },
}

const variables: Readonly<Record<string, string>> = {
  name: 'NAME',
  path: 'FILES',
  'subject-path': 'SUBJECTS',
  'sbom-path': 'BILL',
}

/** Its action.yml. */
export const actionFile = (name: string, { inputs, script }: StandIn): string =>
  dumpYaml({
    name,
    inputs: Object.fromEntries(inputs.map((input) => [input, { description: input, required: false }])),
    runs: {
      using: 'composite',
      steps: [
        {
          run: script,
          shell: 'bash',
          env: Object.fromEntries(
            inputs.flatMap((input) => {
              const variable = variables[input]
              return variable === undefined ? [] : [[variable, `\${{ inputs.${input} }}`]]
            }),
          ),
        },
      ],
    },
  })
