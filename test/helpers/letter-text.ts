/** The characters of a letter, for assertions on its words. */
import type { Letter } from '../../shared/domain/report/report-model.ts';
import type { Block } from '../../shared/domain/report/report-text.ts';
import { spansText } from '../../shared/domain/report/report-text.ts';

/** Title, headings, paragraphs and signature, one per line. */
export function letterText(letter: Letter): string {
  const blocks = letter.blocks.flatMap(({ heading, blocks: texts }) => [heading, ...texts.map(blockText)]);
  return [letter.title, ...blocks, ...letter.signature.lines].join('\n');
}

/** The characters of a paragraph or list. */
export function blockText(block: Block): string {
  return block.kind === 'paragraph' ? spansText(block.spans) : block.items.map(spansText).join('\n');
}
