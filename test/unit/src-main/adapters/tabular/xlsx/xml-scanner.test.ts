import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { TableRefusal } from '../../../../../../src-main/adapters/tabular/refusal.ts';
import { XmlScanner } from '../../../../../../src-main/adapters/tabular/xlsx/xml-scanner.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const PADDED_NAMESPACE = /xmlns(?::\w+)?\s*=\s*(?:"(?:\s[^"]*|[^"]*\s)"|'(?:\s[^']*|[^']*\s)')/;

/** What a parser tells: joined text, and elements with their attributes. */
type Told = readonly string[] | 'refused';

class Story {
  readonly told: string[] = [];
  private text = '';

  add(text: string): void {
    this.text += text;
  }

  tell(event: string): void {
    if (this.text !== '') this.told.push(`text ${this.text}`);
    this.text = '';
    this.told.push(event);
  }
}

function scan(pieces: readonly string[]): Told {
  const story = new Story();
  const scanner = new XmlScanner('part', {
    open: (name, attributes) => {
      const list = [...attributes.entries()]
        .filter(([key]) => !key.startsWith('xmlns'))
        .map(([key, value]) => `${key}=${value}`);
      story.tell(`open ${name} ${list.sort().join(' ')}`);
    },
    text: (text) => story.add(text),
    close: (name) => story.tell(`close ${name}`),
  });
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
  } catch (error) {
    if (error instanceof TableRefusal) return 'refused';
    throw error;
  }
  return story.told;
}

function reference(xml: string): Told {
  const story = new Story();
  const parser = new SaxesParser({ xmlns: true });
  const faults: string[] = [];
  let depth = 0;
  const nameOf = (uri: string, local: string): string => (uri === MAIN ? local : '?');
  parser.on('error', (error) => {
    faults.push(error.message);
  });
  parser.on('doctype', (doctype) => {
    faults.push(doctype);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    const list = Object.values(tag.attributes)
      .filter((attribute) => !attribute.name.startsWith('xmlns'))
      .map((attribute) => `${attribute.name}=${attribute.value}`);
    story.tell(`open ${nameOf(tag.uri, tag.local)} ${list.sort().join(' ')}`);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    story.tell(`close ${nameOf(tag.uri, tag.local)}`);
  });
  // White space around the outermost element is told by one and not by the other.
  parser.on('text', (text) => (depth > 0 ? story.add(text) : undefined));
  parser.on('cdata', (text) => story.add(text));
  parser.write(xml).close();
  return faults.length > 0 ? 'refused' : story.told;
}

const cut = (xml: string, lengths: readonly number[]): readonly string[] => {
  let at = 0;
  const pieces = lengths.map((length) => xml.slice(at, (at += length)));
  return [...pieces, xml.slice(at)];
};

const attributes = fc
  .uniqueArray(fc.constantFrom('r', 's', 't', 'xml:space', 'hidden'), { maxLength: 3 })
  .chain((names) =>
    fc
      .tuple(
        fc.constantFrom('"', "'"),
        fc.array(fc.constantFrom('A1', 'x &amp; y', '&#65;', 'a>b', '', ' two  words '), {
          minLength: names.length,
          maxLength: names.length,
        }),
        fc.constantFrom('=', ' = ', '\n='),
      )
      .map(([quote, values, equals]) =>
        names.map((name, index) => ` ${name}${equals}${quote}${values[index] ?? ''}${quote}`).join(''),
      ),
  );

const content = fc.constantFrom(
  'text',
  'a &lt; b',
  '&#x1F600;',
  '<![CDATA[<&>]]>',
  '<!-- note -->',
  '<?app do?>',
  ' ',
  '\n',
  ']]',
  '&quot;',
);

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('row', 'c', 'v', 'y:v', 'is', 'm:t'),
      attributes,
      fc.constantFrom('', ' xmlns="urn:other"', ` xmlns="${MAIN}"`, ' xmlns:y="urn:y"', ` xmlns:m="${MAIN}"`),
      fc.oneof(
        { depthSize: 'small' },
        fc.constant([]),
        fc.array(fc.oneof(content, tie('element')), { maxLength: 4 }),
      ),
      fc.boolean(),
    )
    .map(([name, list, declaration, inner, isShort]) =>
      inner.length === 0 && isShort
        ? `<${name}${declaration}${list} />`
        : `<${name}${declaration}${list}>${inner.join('')}</${name}\n>`,
    ),
}));

const documents = fc
  .tuple(
    fc.constantFrom(
      '',
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- a -->',
    ),
    fc.array(fc.oneof(content, element), { maxLength: 5 }),
  )
  .map(
    ([head, inner]) =>
      `${head}<worksheet xmlns="${MAIN}" xmlns:y="urn:y" xmlns:m="${MAIN}">${inner.join('')}</worksheet>`,
  );

const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 });

describe('XmlScanner', () => {
  it('tells the same as a general parser of every well-formed part, however it is cut', () => {
    fc.assert(
      fc.property(documents, lengths, (xml, cuts) => {
        const told = scan(cut(xml, cuts));
        expect(told).toEqual(reference(xml));
        expect(told).not.toBe('refused');
      }),
      { numRuns: 1500 },
    );
  });

  it('never accepts what a general parser refuses, nor reads it differently, when parts are altered', () => {
    const alteration = fc.tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom(
        '',
        '<',
        '>',
        '&',
        '"',
        '/',
        ' ',
        'x',
        ']]>',
        '<!--',
        '</v>',
        "'",
        '=',
        ':',
        '<!DOCTYPE a>',
      ),
    );
    fc.assert(
      fc.property(
        documents,
        fc.array(alteration, { minLength: 1, maxLength: 2 }),
        lengths,
        (xml, changes, cuts) => {
          const altered = changes.reduce((text, [place, removed, inserted]) => {
            const at = place % (text.length + 1);
            return text.slice(0, at) + inserted + text.slice(at + removed);
          }, xml);
          // The general parser trims the names of namespaces; they are to be compared as they stand.
          if (PADDED_NAMESPACE.test(altered)) return;
          const told = scan(cut(altered, cuts));
          if (told !== 'refused') expect(told).toEqual(reference(altered));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an unknown reference', '<a>&nbsp;</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['two outermost elements', '<a/><a/>'],
    ['text after the end', '<a/>x'],
    ['an element left open', '<a><b></b>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an unknown prefix', '<z:a/>'],
    ['nothing', ''],
    ['elements nested three hundred deep', '<a>'.repeat(300) + '</a>'.repeat(300)],
    ['a tag of a million characters', `<a b="${'x'.repeat(1_000_001)}`],
  ])('refuses %s', (_name, xml) => {
    expect(scan([xml])).toBe('refused');
  });
});
