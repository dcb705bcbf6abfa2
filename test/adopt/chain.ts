/** A chain of QBFT with four validators that others run, and its first block as they spell it. */
export const chainGenesis = `${JSON.stringify(
  {
    config: {
      chainId: 20261123,
      berlinBlock: 0,
      londonBlock: 0,
      shanghaiTime: 0,
      zeroBaseFee: true,
      qbft: { blockperiodseconds: 2, epochlength: 30000, requesttimeoutseconds: 4 },
    },
    nonce: '0x0',
    timestamp: '0x0',
    gasLimit: '0x1fffffffffffff',
    difficulty: '0x1',
    mixHash: '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365',
    coinbase: '0x0000000000000000000000000000000000000000',
    alloc: {},
    extraData:
      '0xf87aa00000000000000000000000000000000000000000000000000000000000000000f85494332ab59af933ea38bdb45736eebb7bb15937fd1b9468d2522c0cffb8ca11c11c6b58588202d1abb4a4948140445f4538d0a575940c87581701a28aa1e83994f6089309958ea25216a64d2513ce0020e6f7fd23c080c0',
  },
  null,
  4,
)}\n`

const nodeIds = [
  '96d860fbe8df379ee38af66d9ee48751f349a145f73008c59c9bade70d579de0f922eca7e545fcbe04d915ee53b6ada904e256aaa65b438a5416da6fe800dfc2',
  'bf6e579d0c79680186140937541e2fd5f4488946787b405d8276e1ad75a0b8aa0a01813dfe87450f07d739ee319825d7473ee3704123e8a4c8db36fa56ba9bd8',
  '92fe2d45c94992d61fed06c7822921362e95a5bc77a4d20c30476410352c7a884fd3213e184a269e5aaa060f9e024c56a1fb34a413e1d14cc51f9186a3ca19ad',
  'da1872e5c07b4a8234d804ba51fb8312057487b0b4d7d67414b6443eef7f19e43014db95bcfb433ebdb8a4590934b5d3ad6e55af5eda9dd8c560e72b63878374',
]

export const chainValidators = nodeIds.map((nodeId, at) => ({
  name: `v${at + 1}`,
  role: 'validator',
  host: `v${at + 1}.example.org`,
  port: 30303,
  nodeId,
}))
