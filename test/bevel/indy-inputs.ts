import { file, organization } from './inputs.ts'

type Fields = Readonly<Record<string, unknown>>

export const steward = (name: string, port: number, more: Fields = {}): Fields => ({
  steward: null,
  name,
  type: 'VALIDATOR',
  genesis: true,
  publicIp: '203.0.113.2',
  node: { port, targetPort: port, ambassador: port },
  client: { port: port + 1, targetPort: port + 1, ambassador: port + 1 },
  ...more,
})

const trustee = (name: string): Fields => ({
  trustee: null,
  name,
  genesis: true,
  server: { port: 8000, ambassador: 15010 },
})

const endorser = {
  endorser: null,
  name: 'provider-endorser',
  full_name: 'An endorser',
  avatar: 'https://example.com/avatar.png',
  server: { httpPort: 3000, apiPort: 3001, webhookPort: 3002 },
}

const peer = { type: 'peer', publicIps: ['203.0.113.2'] }

/** Every field of Indy that Bevel documents: one organization with a trustee only, two with two validators each. */
export const indyFile = (more: Fields = {}, stewards: readonly Fields[] = []): string =>
  file(
    'indy',
    {
      version: '1.12.6',
      name: 'identities',
      genesis: { state: 'absent', pool: '/home/operator/pool', domain: '/home/operator/domain' },
      ...more,
    },
    [
      organization('authority', { trustee: trustee('authority-trustee') }, { ...peer, publicIps: ['203.0.113.1'] }),
      organization(
        'provider',
        {
          trustee: trustee('provider-trustee'),
          stewards: [steward('provider-steward-1', 9711), steward('provider-steward-2', 9721), ...stewards],
          endorser,
        },
        peer,
      ),
      organization(
        'partner',
        { stewards: [steward('partner-steward-1', 9731), steward('partner-steward-2', 9741)] },
        peer,
      ),
    ],
  )
