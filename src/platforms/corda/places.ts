/** Where a new definition has the root truststore of its zone. */
export const rootTruststorePath = 'zone/network-root-truststore.jks'
