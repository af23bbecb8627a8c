/** Requests that break one rule of a procedure's schema at a time, derived from the schema itself. */

/** The part of a JSON schema that the contract uses. */
export interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

/** A request and what is wrong with it. */
export interface BrokenRequest {
  readonly fault: string;
  readonly request: unknown;
}

/** A place in a request, and how to put another value there. */
interface Spot {
  readonly path: string;
  readonly value: unknown;
  readonly withValue: (value: unknown) => unknown;
}

/** Every way of breaking an example that its schema forbids. */
export function brokenRequests(schema: Schema, example: object): readonly BrokenRequest[] {
  return [...faults(schema, { path: '$', value: example, withValue: (value) => value })];
}

/** Requests without one key that the schema lets be absent. */
export function shortenedRequests(schema: Schema, example: object): readonly BrokenRequest[] {
  const optional = Object.keys(schema.properties ?? {}).filter(
    (key) => !(schema.required ?? []).includes(key),
  );
  return optional.map((key) => ({ fault: `without ${key}`, request: without(example, key) }));
}

/** Places of a schema that take a text or a list of any length: a slip of the clipboard could fill the journal. */
export function unboundedPlaces(schema: Schema, path = '$'): readonly string[] {
  const { anyOf = [], properties = {}, items } = schema;
  return [
    ...(isUnbounded(schema) ? [path] : []),
    ...anyOf.flatMap((part) => unboundedPlaces(part, path)),
    ...Object.entries(properties).flatMap(([key, part]) => unboundedPlaces(part, `${path}.${key}`)),
    ...(items === undefined ? [] : unboundedPlaces(items, `${path}[]`)),
  ];
}

function isUnbounded({ type, format, maxLength, maxItems, ...schema }: Schema): boolean {
  if (type === 'array') return maxItems === undefined;
  return type === 'string' && schema.enum === undefined && format !== 'date' && maxLength === undefined;
}

function* faults(schema: Schema, spot: Spot): Generator<BrokenRequest> {
  const kinds = schema.anyOf ?? [schema];
  for (const value of strangers(kinds)) yield broken(spot, value);
  const [main] = kinds.filter(({ type }) => type !== 'null');
  if (main === undefined) return;
  for (const value of beyondLimits(main, spot.value)) yield broken(spot, value);
  if (main.type === 'object') yield* objectFaults(main, spot);
  if (main.type === 'array' && main.items !== undefined && Array.isArray(spot.value))
    yield* itemFaults(main.items, spot);
}

function broken(spot: Spot, value: unknown): BrokenRequest {
  return {
    fault: `${spot.path} = ${JSON.stringify(value).slice(0, 60)}`,
    request: spot.withValue(value),
  };
}

/** Values of kinds that the place does not take. */
function strangers(kinds: readonly Schema[]): readonly unknown[] {
  const types = new Set(kinds.map(({ type }) => (type === 'integer' ? 'number' : type)));
  const samples: readonly (readonly [type: string, value: unknown])[] = [
    ...([
      ['string', 'x'],
      ['number', 1],
      ['boolean', true],
      ['null', null],
    ] as const),
    ...([
      ['array', ['x']],
      ['object', { x: 1 }],
    ] as const),
  ];
  return samples.filter(([type]) => !types.has(type)).map(([, value]) => value);
}

/** Values of the right kind that the place does not take. */
function beyondLimits(schema: Schema, value: unknown): readonly unknown[] {
  if (schema.enum !== undefined) return ['none of these'];
  if (schema.format === 'date') return ['2025-02-29', '1 January 2026', ''];
  if (schema.type === 'string') return badTexts(schema);
  if (schema.type === 'integer') return badNumbers(schema);
  return Array.isArray(value) ? badLists(schema, value) : [];
}

function badTexts({ minLength = 0, maxLength }: Schema): readonly string[] {
  const tooLong = maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)];
  return minLength > 0 ? [...tooLong, 'x'.repeat(minLength - 1)] : tooLong;
}

function badNumbers({ minimum = -Infinity, maximum = Infinity }: Schema): readonly number[] {
  const outside = [minimum - 1, maximum + 1].filter((value) => Number.isSafeInteger(value));
  return [...outside, 1.5, Number.NaN, 2 ** 60];
}

function badLists({ minItems = 0, maxItems }: Schema, value: readonly unknown[]): readonly unknown[] {
  const tooMany = maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => value[0])];
  return minItems > 0 ? [...tooMany, []] : tooMany;
}

function* objectFaults(schema: Schema, spot: Spot): Generator<BrokenRequest> {
  const value = spot.value as Readonly<Record<string, unknown>>; // the example has an object where the schema says so
  if (schema.properties === undefined) {
    if (schema.propertyNames?.maxLength !== undefined)
      yield broken(spot, { ['x'.repeat(schema.propertyNames.maxLength + 1)]: 'x' });
    return;
  }
  yield broken(spot, { ...value, unknownKey: 1 });
  for (const key of schema.required ?? [])
    yield { fault: `${spot.path} without ${key}`, request: spot.withValue(without(value, key)) };
  for (const [key, part] of Object.entries(schema.properties))
    yield* faults(part, {
      path: `${spot.path}.${key}`,
      value: value[key],
      withValue: (changed) => spot.withValue({ ...value, [key]: changed }),
    });
}

function* itemFaults(schema: Schema, spot: Spot): Generator<BrokenRequest> {
  const items = spot.value as readonly unknown[]; // the caller looked
  yield* faults(schema, {
    path: `${spot.path}[0]`,
    value: items[0],
    withValue: (changed) => spot.withValue([changed, ...items.slice(1)]),
  });
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
