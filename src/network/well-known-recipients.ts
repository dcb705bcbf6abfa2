/** age recipients with public secret halves, in the tests of this project: they protect nothing. */
export const wellKnownRecipients: ReadonlySet<string> = new Set([
  'age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g',
  'age1ffla0rqnzpykp840gkwgsgadp995t25n50yl43rw95lz2tw8euwqnthad5',
  'age1a0xxxpkgd2hemr349h9efz4szwf4yaee5u60wwsmf0ag9xp2wdwqdym03l',
])
