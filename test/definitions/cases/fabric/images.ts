import type { Case } from '../../case.ts'

const image = 'registry.example.com/assets:1.0.2'
const digits = '0123456789abcdef'.repeat(4)

const written = (text: string): Pick<Case, 'change'> => ({ change: [[image, JSON.stringify(text)]] })

const refused = (name: string, text: string, why: string, hint: string): Case => ({
  name,
  ...written(text),
  findings: [
    {
      rule: 'chaincode-image',
      severity: 'error',
      at: '58:12',
      message: `the image "${text}" of chaincode assets cannot be pulled: ${why}`,
      hint,
    },
  ],
})

const digestHint = 'write sha256: and the 64 hexadecimal digits that the registry shows'

/** Images of chaincode servers that no container runtime takes; the whole grammar is in test/network/image-reference.test.ts. */
export const images: readonly Case[] = [
  refused(
    'an image with a scheme',
    'https://registry.example.com/assets:1.0.2',
    'it begins with https://',
    'remove https://: runtimes use https anyway',
  ),
  refused('an image with capitals', 'registry.example.com/Assets:1.0.2', '"Assets" has capitals', 'write assets'),
  refused('an image with a space', 'registry.example.com/assets: 1.0.2', 'it has a space', 'remove the space'),
  refused(
    'an image with half a digest',
    'registry.example.com/assets@sha256:0123456789ab',
    'its digest has 12 hexadecimal digits instead of 64 (sha256)',
    digestHint,
  ),
  refused(
    'an image with a tag and half a digest',
    'registry.example.com/assets:1.0.2@sha256:0123456789ab',
    'its digest has 12 hexadecimal digits instead of 64 (sha256)',
    digestHint,
  ),
  refused(
    'an image with a tag of semantic versioning',
    'registry.example.com/assets:1.0.2+build7',
    '"1.0.2+build7" is not a tag',
    'use letters, digits, "_", "." and "-", beginning with a letter, a digit or "_"',
  ),
]

/** Images that look wrong and are right. */
export const acceptedImages: readonly Case[] = [
  {
    name: 'an image with a tag and a digest',
    ...written(`registry.example.com/assets:latest@sha256:${digits}`),
    findings: [],
  },
  { name: 'an image of a registry with a port', ...written('localhost:5000/team/assets__x:v1'), findings: [] },
  { name: 'an image of Docker Hub', ...written('assets:1'), findings: [] },
  { name: 'an image of a registry written with capitals', ...written('Registry.example.com/assets:1'), findings: [] },
]
