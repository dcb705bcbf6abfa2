import { acceptedAdministrators, administrators } from './administrators.ts'
import { acceptedAdopted, adoptedChannels } from './adopted.ts'
import { agents } from './agents.ts'
import { acceptedOfOthers, certificates } from './certificates.ts'
import { acceptedChaincodeServers, chaincodeServers } from './chaincode-servers.ts'
import { consensus } from './consensus.ts'
import { acceptedFamilies, families } from './families.ts'
import { acceptedImages, images } from './images.ts'
import { keys } from './keys.ts'
import { names } from './names.ts'
import { acceptedNoEffect, noEffect } from './no-effect.ts'
import { nodes } from './nodes.ts'
import { acceptedObjectNames, objectNames } from './object-names.ts'
import { partial } from './partial.ts'
import { places } from './places.ts'
import { policies } from './policies.ts'
import { acceptedRanges, ranges } from './ranges.ts'
import { references } from './references.ts'
import { releases } from './releases.ts'
import { revocations } from './revocations.ts'
import { acceptedPolicies, satisfiable } from './satisfiable.ts'
import { acceptedSettings, settings } from './settings.ts'
import { updates } from './updates.ts'

/** How definitions differ from fabric.yaml. */
export const fabric = {
  keys,
  partial,
  names,
  objectNames,
  references,
  policies,
  satisfiable,
  consensus,
  ranges,
  releases,
  nodes,
  settings,
  places,
  families,
  noEffect,
  images,
  chaincodeServers,
  certificates,
  agents,
  administrators,
  revocations,
  updates,
  adoptedChannels,
}

export const acceptedFabric = [
  ...acceptedOfOthers,
  ...acceptedAdministrators,
  ...acceptedAdopted,
  ...acceptedFamilies,
  ...acceptedImages,
  ...acceptedChaincodeServers,
  ...acceptedPolicies,
  ...acceptedObjectNames,
  ...acceptedRanges,
  ...acceptedSettings,
  ...acceptedNoEffect,
]
