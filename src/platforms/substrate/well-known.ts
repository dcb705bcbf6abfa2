/**
 * Keys of the development phrase, by derivation path, which base specs of every node have: sr25519, ed25519 and ecdsa (sp-core-36.1.0,
 * crypto.rs: DEV_PHRASE; sp-keyring-41.0.0: Sr25519Keyring and Ed25519Keyring).
 */
export const developmentKeys: Readonly<Record<string, readonly string[]>> = {
  '': [
    '0x46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a',
    '0x345071da55e5dccefaaa440339415ef9f2663338a38f7da0df21be5ab4e055ef',
    '0x035b26108e8b97479c547da4860d862dc08ab2c29ada449c74d5a9a58a6c46a8c4',
  ],
  '//Alice': [
    '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
    '0x88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee',
    '0x020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1',
  ],
  '//Alice//stash': [
    '0xbe5ddb1579b72e84524fc29e78609e3caf42e85aa118ebfe0b0ad404b5bdd25f',
    '0x451781cd0c5504504f69ceec484cc66e4c22a2b6a9d20fb1a426d91ad074a2a8',
    '0x03c6a1c2194fa966d30bc4b9c4d5140e9a899d456372dae0e4ef230fd7d2197e72',
  ],
  '//Bob': [
    '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48',
    '0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69',
    '0x0390084fdbf27d2b79d26a4f13f0ccd982cb755a661969143c37cbc49ef5b91f27',
  ],
  '//Bob//stash': [
    '0xfe65717dad0447d715f660a0a58411de509b42e6efb8375f562f58a554d5860e',
    '0x292684abbb28def63807c5f6e84e9e8689769eb37b1ab130d79dbfbf1b9a0d44',
    '0x03b9a427c7067d109c69e55d3d196a7d84d5f607fe30c3896846bfdf72a3d782b9',
  ],
  '//Charlie': [
    '0x90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22',
    '0x439660b36c6c03afafca027b910b4fecf99801834c62a5e6006f27d978de234f',
    '0x0389411795514af1627765eceffcbd002719f031604fadd7d188e2dc585b4e1afb',
  ],
  '//Charlie//stash': [
    '0x1e07379407fecc4b89eb7dbd287c2c781cfb1907a96947a3eb18e4f8e7198625',
    '0xdd6a6118b6c11c9c9e5a4f34ed3d545e2c74190f90365c60c230fa82e9423bb9',
    '0x0321f1c1db865735970545046b960401056d7f58b95a12619aac4d9e3121349ebb',
  ],
  '//Dave': [
    '0x306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20',
    '0x5e639b43e0052c47447dac87d6fd2b6ec50bdd4d0f614e4299c665249bbd09d9',
    '0x03bc9d0ca094bd5b8b3225d7651eac5d18c1c04bf8ae8f8b263eebca4e1410ed0c',
  ],
  '//Dave//stash': [
    '0xe860f1b1c7227f7c22602f53f15af80747814dffd839719731ee3bba6edc126c',
    '0x1d0432d75331ab299065bee79cdb1bdc2497c597a3087b4d955c67e3c000c1e2',
    '0x02146b69e8b8723f198adfed1c224adaf3054585a7fb6f0f609ea6b0cbb5d21fed',
  ],
  '//Eve': [
    '0xe659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e',
    '0x1dfe3e22cc0d45c70779c1095f7489a8ef3cf52d62fbd8c2fa38c9f1723502b5',
    '0x031d10105e323c4afce225208f71a6441ee327a65b9e646e772500c74d31f669aa',
  ],
  '//Eve//stash': [
    '0x8ac59e11963af19174d0b94d5d78041c233f55d2e19324665bafdfb62925af2d',
    '0xc833bdd2e1a7a18acc1c11f8596e2e697bb9b42d6b6051e474091a1d43a294d7',
    '0x02b6e53795472f28ca50bef380e9a9e0882bce5d25ad35d57b8fd9beda3a3115b4',
  ],
  '//Ferdie': [
    '0x1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c',
    '0x568cb4a574c6d178feb39c27dfc8b3f789e5f5423e19c71633c748b9acf086b5',
    '0x0291f1217d5a04cb83312ee3d88a6e6b33284e053e6ccfc3a90339a0299d12967c',
  ],
  '//Ferdie//stash': [
    '0x101191192fc877c24d725b337120fa3edc63d227bbc92705db1e2cb65f56981a',
    '0x199d749dbf4b8135cb1f3c8fd697a390fc0679881a8a110c1d06375b3b62cd09',
    '0x03ff3ae4112da5d2e7c187e47481c2322791c9da00b28a34523b7aa81d37eb2b3d',
  ],
  '//One': [
    '0xac859f8a216eeb1b320b4c76d118da3d7407fa523484d0a980126d3b4d0d220a',
    '0x16f97016bbea8f7b45ae6757b49efc1080accc175d8f018f9ba719b60b0815e4',
    '0x036c6ae73d36d0c02b54d7877a57b1734b8e096134bd2c1b829431aa38f18bcce1',
  ],
  '//One//stash': [
    '0x7eb5180f1c619ea25be3c42de81c4c368347c62024f0eaa2b3334f79d7c46f18',
    '0xc23a324f934696084380e0678ca1a0f5b53b21dcc1449640c2bf05b54f9d5104',
    '0x0212932051c5a6cf8bd46bd1ab8f7c2a8f9d63d66b522e8ce015e54d86399a7bb8',
  ],
  '//Two': [
    '0x1254f7017f0b8347ce7ab14f96d818802e7e9e0c0d1b7c9acb3c726b080e7a03',
    '0x5079bcd20fd97d7d2f752c4607012600b401950260a91821f73e692071c82bf5',
    '0x020a617391de0e0291310bf7792bb41d9573e8a054b686205da5553e08fac6d0b8',
  ],
  '//Two//stash': [
    '0x2a34db436b450c489d16c1912495099a1491c3143b732b8715d0a619cd52a954',
    '0x6b494f29d11ccd20aa6a9d249011e568923e9196878db7d5516c346cef82b959',
    '0x032494723a6fc40c2d52a904e717eff9a325d5c8a8a579008b34227d005451d6f1',
  ],
}

const owners: ReadonlyMap<string, string> = new Map(
  Object.entries(developmentKeys).flatMap(([path, keys]) =>
    keys.map(
      (key) => [key, path === '' ? 'that of the development phrase' : `${path} of the development phrase`] as const,
    ),
  ),
)

/** Whose key it is, if everybody has its seed: `//Alice of the development phrase`. The public key is "0x" and hexadecimal digits. */
export const publishedKey = (publicKey: string): string | undefined => owners.get(publicKey)
