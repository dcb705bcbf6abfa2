import * as z from 'zod'
import { secretEntry, secretEntryOf } from './values.ts'

/** RPC of a node: who may use it, and with which certificate it answers. */

export const rpcUser = z.strictObject({
  username: z
    .string()
    // InMemoryRealm of Corda 4.10: with another name, a node ends at its start.
    .regex(/^\w{1,63}$/, 'must be the name of a user as Corda takes it: letters, digits and "_"')
    .meta({ description: 'Name of the user.', examples: ['loansApp'] }),
  passwordSecret: secretEntry.meta({ description: 'Its password: an entry of a Secret.' }),
  permissions: z
    .array(
      z
        .string()
        .regex(
          /^[\w.$*-]+$|^[A-Za-z]+\.[\w.$*-]+$/,
          'must be a permission such as StartFlow.com.example.Issue, or ALL',
        ),
    )
    .min(1)
    .meta({ description: 'What it may do, as node.conf has it.', examples: [['StartFlow.com.example.IssueLoan']] }),
})

export const rpcTls = z.strictObject({
  keyStoreSecret: secretEntryOf('node1-rpc-tls', 'keystore.jks').meta({
    description:
      'Key store (JKS) with the private key of RPC and its certificate: an entry of a Secret. A Certificate of cert-manager with `keystores.jks` makes it.',
  }),
  passwordSecret: secretEntry.meta({
    description: 'Password of the key store and of its private key: an entry of a Secret.',
  }),
})
