/**
 * A value that is made when it is first asked for and kept from then on: `const words = atFirstUse(() => foldedWords())`, then `words()`.
 *
 * For tables and large patterns built from word lists: a function that only imports them starts without building them. When the making
 * throws, the next asking makes it anew.
 */
export function atFirstUse<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
