import type { RiskCase } from '../case.ts'
import { addresses } from './addresses.ts'
import { adopted } from './adopted.ts'
import { authorities } from './authorities.ts'
import { chain } from './chain.ts'
import { consent } from './consent.ts'
import { demoZone } from './demo-zone.ts'
import { drains } from './drains.ts'
import { exposure } from './exposure.ts'
import { externalDns } from './external-dns.ts'
import { genesis } from './genesis.ts'
import { guards } from './guards.ts'
import { handovers } from './handovers.ts'
import { images } from './images.ts'
import { ipFamilies } from './ip-families.ts'
import { notaries } from './notaries.ts'
import { parties } from './parties.ts'
import { placement } from './placement.ts'
import { policyGuards } from './policy-guards.ts'
import { pool } from './pool.ts'
import { restarts } from './restarts.ts'
import { rpc } from './rpc.ts'
import { secrets } from './secrets.ts'
import { sessionKeys } from './session-keys.ts'
import { things } from './things.ts'
import { transitions } from './transitions.ts'
import { validators } from './validators.ts'
import { volumes } from './volumes.ts'
import { zone } from './zone.ts'

export const groups: Readonly<Record<string, readonly RiskCase[]>> = {
  addresses,
  adopted,
  authorities,
  chain,
  consent,
  demoZone,
  drains,
  exposure,
  externalDns,
  genesis,
  guards,
  handovers,
  images,
  ipFamilies,
  notaries,
  parties,
  placement,
  policyGuards,
  pool,
  restarts,
  rpc,
  secrets,
  sessionKeys,
  things,
  transitions,
  validators,
  volumes,
  zone,
}
