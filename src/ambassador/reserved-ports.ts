/** Where the HTTP Listeners bind, and what the Service offers for them. */
export const http = { port: 80, listener: 8080 } as const
export const https = { port: 443, listener: 8443 } as const

/**
 * Ports that a TCPMapping cannot have. One on an HTTP Listener's port freezes all configuration of that Emissary, one on a
 * port that Emissary itself binds never starts to listen; neither is reported.
 */
export const reservedPorts: ReadonlyMap<number, string> = new Map([
  [http.listener, 'the HTTP Listener of the Ambassador'],
  [https.listener, 'the HTTPS Listener of the Ambassador'],
  // What Emissary 4.1 binds in its pod, as seen there with `ss -tln`.
  [8001, "Envoy's administration"],
  [8003, "Emissary's configuration server"],
  [8004, "Emissary's diagnostics"],
  [8005, "Emissary's snapshots"],
  [8006, "Emissary's readiness Listener"],
  [8877, "Emissary's administration"],
  [9696, "Emissary's snapshots"],
])
