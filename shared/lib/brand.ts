declare const brand: unique symbol;

/**
 * A `T` that has passed the check named `Name`, so that unchecked text or numbers do not fit where checked ones are needed.
 *
 * The mark exists for the compiler only; at run time a branded value is the plain value.
 */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
