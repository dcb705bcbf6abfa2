/** A type of zod, whose lists and fields nobody changes. */
export type AsRead<Value> = Value extends readonly (infer Item)[]
  ? readonly AsRead<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: AsRead<Value[Key]> }
    : Value
