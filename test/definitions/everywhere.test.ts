import { describe, expect, it } from 'vitest'
import { findingsOf, good, goodFabric, goodIndy } from './findings-of.ts'

/** Fields of every ledger are judged alike on each: the cases are for Besu. */
const ledgers = {
  GoQuorum: good.replace('platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1'),
  Fabric: goodFabric,
  Indy: goodIndy,
}

const ofNetwork = (text: string) => (definition: string) => definition.replace('version: 1\n', `version: 1\n${text}\n`)

const ofOrganization = (placement: string) => (definition: string) =>
  definition.replace(/(organizations:\n {2}- name: \w+\n)/, `$1    placement: ${placement}\n`)

const ofAmbassador = (placement: string) => (definition: string) =>
  definition
    .replace('    ambassador:\n', `    ambassador:\n      placement: ${placement}\n`)
    .replace('    ambassador: {', `    ambassador: {placement: ${placement}, `)

describe.each(Object.entries(ledgers))('%s refuses', (_, text) => {
  it.each<[string, (definition: string) => string, RegExp]>([
    ['a time to start that is too short', ofNetwork('startupTimeout: 30s'), /^startupTimeout must be a duration/],
    ['drains of another kind', ofNetwork('drains: none'), /^drains: "none" is not one of organization, network$/],
    ['names of images by a word', ofNetwork('images: {qualified: "yes"}'), /^images.qualified must be true or false/],
    ['a namespace with capitals', ofNetwork('monitoring: {namespaces: [Metrics]}'), /^monitoring.namespaces\[0\] must/],
    ['a label without a key', ofOrganization('{nodeSelector: {"": x}}'), /nodeSelector\[""\]: must be a label key/],
    ['another system', ofOrganization('{nodeSelector: {kubernetes.io/os: windows}}'), /: the images are for Linux$/],
    [
      'a class with capitals',
      ofAmbassador('{priorityClass: Ledger}'),
      /priorityClass must be the name of a Kubernetes/,
    ],
    [
      'a value for any value',
      ofAmbassador('{tolerations: [{key: a, operator: Exists, value: b}]}'),
      /^a toleration of the Ambassador of \w+ has the value "b", and operator Exists/,
    ],
    ['spread of another kind', ofAmbassador('{spread: hard}'), /placement.spread: "hard" is not one of preferred/],
  ])('%s', async (_name, change, message) => {
    const changed = change(text)
    expect(changed).not.toBe(text)
    const messages = (await findingsOf({}, changed)).map((finding) => finding.message)
    expect(messages).toContainEqual(expect.stringMatching(message))
  })
})
