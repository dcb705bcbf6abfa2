import type { Risk } from '../../../network/risk.ts'
import { clientsOf } from '../network.ts'
import type { FabricRevision } from './revision.ts'

/** Attributes that applications gain or lose: chaincodes grant rights by them. */
export const clientRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.organizations.flatMap((organization): Risk[] => {
    const was = before.network.organizations.find(({ name }) => name === organization.name)
    const known = new Map((was === undefined ? [] : clientsOf(was)).map((client) => [client.name, client]))
    return clientsOf(organization).flatMap(({ name, attributes }): Risk[] => {
      const old = known.get(name)?.attributes
      if (old === undefined) return []
      const changes = [...new Set([...Object.keys(old), ...Object.keys(attributes)])]
        .sort()
        .filter((attribute) => old[attribute] !== attributes[attribute])
        .map((attribute) => `${attribute} ${old[attribute] ?? '(unset)'} → ${attributes[attribute] ?? '(unset)'}`)
      if (changes.length === 0) return []
      return [
        {
          id: 'client-attributes-changed',
          severity: 'caution',
          subject: `${organization.name}/clients/${name}`,
          message: `client ${name} of ${organization.name} gets other attributes: ${changes.join('; ')}`,
          hint: 'ask the owners of chaincodes which rights follow from them; the old certificate keeps its attributes until it expires, or is revoked',
          path: [...organization.path, 'clients'],
        },
      ]
    })
  })
