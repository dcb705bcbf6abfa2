/** Another validator, steward and endorser, from seeds of these cases. */
export const other = {
  verkey: 'CxHmTzAkNjzVVeugraztxyJ6tZriAfJGqp2rPAyp2XNk',
  did: 'Nw1d5aaqCpGiRuupyLL48K',
  blsKey:
    '2jRzvMdpiqMnv8ue3rNMKjAv4uyRtpuXLAnVKMV9BRDATk7r68VX4C4SahjHHWRAEB1CniwMvCWcPZvyKudWKNaebR3ZYa81JDU6jjHhsJq2rDVZM6mtuZgAixeX1t6VgCUuyA75yH5UVvEaNhqhjYyrWvPwrqK5VuxaKHn9VqW2dYq',
  blsProof:
    'QwLo1NPrkErs4jhGuBdttvwZqmXYBoTv38EsoHEPWxNBqeB8TG3TgdCbf2zEmaYu7JH9FRyqtHqTcnZy63CChDV4cmRbXCoQP1SS3wKCGWn18tJTwZjnzG5bLzKLhyg2JiRiXAdXrTiCPqe8rheouTs19Rr9EFt94ycSN6SP61LKFu',
} as const

/** The keys of the external validator in indy.yaml. */
export const external = {
  blsKey:
    'poLLFQYpt756Gu7eLT8rJ6TDgHdYDMwA5rKjjNzx7F1aohRxZV3byRMTqNFuRS6YKABDexK57yieQkkmcY6vxLMfc9R4Ae5Sdgt547do2cAbT7vsBpBkUE2uN8EZJJ2aiSMLDktxv61C7GX1SK1kZQqAWhDeuFKWv5vtafKTpUJy2J',
  blsProof:
    'RKXGYhf4965h6aEV8DJVYwEczFWgFDyg3qA8hmJeo2h3VkX1RGYQvb1nSEDDLsaCaT1wSi9hfAM1uxfYHpsAin2mgEtXG3y6SD3ZF1eaAzpuyEgmtar2czUeudgLcA9QefDuXNjGoVCnrKse7122KitGwRbcdVYhfnX6rtXAhvoieT',
} as const

export const bob = '{name: bob, did: 3UQTnnLS4NHcU1PZ84LY6y, verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn}'
export const carol = '{name: carol, did: 4vAVHkrTJ6Cc9WP9PNpVYW, verkey: 38p69CmXHkjYRz4C2LEHYhndtJCGkRcK6SrFWDUi4V7K}'
export const steward = '{did: FMXec7Yj1qLwGufiLyYBqe, verkey: 8pks9W8cj5cWVsvKK5hoApWUE5VYDmAfL4vELWreuT3x}'

/** Of the pool of von-network, from the seeds 000…Node1, 000…Steward1 and 000…Trustee1. */
export const known = {
  node: 'Gw6pDLhcBcoQesN72qfotTgFa7cbuqZpkX3Xo6pLhPhv',
  blsKey:
    '4N8aUNHSgjQVgkpm8nhNEfDf6txHznoYREg9kirmJrkivgL4oSEimFF6nsQ6M41QvhM2Z33nves5vfSn9n1UwNFJBYtWVnHYMATn76vLuL3zU88KyeAYcHfsih3He6UHcXDxcaecHVz6jhCYz1P2UZn2bDVruL5wXpehgBfBaLKm3Ba',
  blsProof:
    'RahHYiCvoNCtPTrVtP7nMC5eTYrsUA8WjXbdhNc8debh1agE9bGiJxWBXYNFbnJXoXhWFMvyqhqhRoq737YQemH5ik9oL7R4NTTCz2LEZhkgLJzB3QRQqJyBNyv7acbdHrAT8nQ9UkLbaVL9NBpnWXBTw4LEMePaSHEw66RzPNdAX1',
  steward: '{did: Th7MpTaRZVRYnPiabds81Y, verkey: FYmoFw55GeQH7SRFa37dkx1d2dZ3zUF8ckg7wmL7ofN4}',
  trustee: 'did: V4SGRU86Z58d6TV7PBUe6f, verkey: GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL',
} as const

/** One of ours that has its own Secret, and whose public half its owner commits. */
export const ownSecret = [
  '- {name: validator1, role: validator, alias: School}',
  '- {name: validator1, role: validator, alias: School, existingSecret: school-seed}',
] as const

export const schoolFile = 'material/public/school/validator1.yaml'
