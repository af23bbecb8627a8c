/** Reads a finished report back with pdf.js: lines, structure, bookmarks, links, metadata. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One line of text with its height above the foot of the page, in points. */
export interface Line {
  readonly y: number;
  readonly x: number;
  readonly text: string;
}

/** An element of the structure, flattened in reading order. */
export interface StructureNode {
  readonly role: string;
  readonly depth: number;
  readonly alt: string | null;
  /** Whether it holds anything to read. */
  readonly hasContent: boolean;
  readonly children: readonly StructureNode[];
}

/** One page. */
export interface ReportPage {
  readonly number: number;
  /** Running lines, marked as artifacts. */
  readonly running: string;
  /** Body lines from the top. */
  readonly lines: readonly Line[];
  readonly text: string;
  readonly structure: readonly StructureNode[];
  /** Links with the page they lead to; null when a link leads nowhere. */
  readonly links: readonly {
    readonly page: number | null;
    readonly words: string;
    readonly readAs: string;
  }[];
}

/** A bookmark with its level, from 1. */
export interface Bookmark {
  readonly level: number;
  readonly title: string;
}

/** A report as a reader sees it. */
export interface ReportDocument {
  readonly pages: readonly ReportPage[];
  readonly bookmarks: readonly Bookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
  readonly isMarked: boolean;
}

interface Marked {
  readonly type: string;
  readonly tag?: string;
}
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
}

/** Reads every page. */
export async function readReport(pdf: Uint8Array): Promise<ReportDocument> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: ReportPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(document, await document.getPage(number), number));
  }
  const { info, metadata } = await document.getMetadata();
  const bookmarks = flatBookmarks(await document.getOutline(), 1);
  const marks: unknown = await document.getMarkInfo();
  return {
    pages,
    bookmarks,
    // pdf.js types the information dictionary as Object; it is a record of the names it found.
    info: info as Readonly<Record<string, unknown>>,
    metadata: String(metadata.getRaw()),
    isMarked: marks instanceof Map && marks.get('Marked') === true,
  };
}

async function readPage(document: PDFDocumentProxy, page: PDFPageProxy, number: number): Promise<ReportPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  // pdf.js mixes text and marks in one list; a mark has no text.
  const { running, body } = parted(items);
  const lines = linesOf(body);
  const tree: unknown = await page.getStructTree();
  return {
    number,
    running: squeezed(running.join('')),
    lines,
    text: lines.map(({ text }) => text).join('\n'),
    structure: isTree(tree) ? childrenOf(tree, 0) : [],
    links: await linksOf(document, page),
  };
}

/** Text inside an artifact apart from the text of the page. */
function parted(items: readonly (Item | Marked)[]): {
  readonly running: readonly string[];
  readonly body: readonly Item[];
} {
  const running: string[] = [];
  const body: Item[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (open.includes('Artifact')) running.push(item.str);
      else body.push(item);
    } else if (item.type.startsWith('begin')) open.push(item.tag);
    else open.pop();
  }
  return { running, body };
}

interface LinkNote {
  readonly subtype?: string;
  readonly dest?: unknown;
  readonly overlaidText?: string;
  readonly contentsObj?: { readonly str: string };
}

async function linksOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<ReportPage['links']> {
  // pdf.js types annotations as any; links have a destination and the words they lie over.
  const notes = (await page.getAnnotations()) as readonly LinkNote[];
  const links = notes.filter(({ subtype }) => subtype === 'Link');
  return Promise.all(
    links.map(async ({ dest, overlaidText, contentsObj }) => ({
      page: await pageOf(document, dest),
      words: squeezed(overlaidText ?? ''),
      readAs: contentsObj?.str ?? '',
    })),
  );
}

/** Non-breaking spaces read as spaces, several as one. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

function linesOf(items: readonly Item[]): readonly Line[] {
  const lines: { y: number; x: number; parts: string[] }[] = [];
  for (const { str, transform } of items) {
    const [x = 0, y = 0] = [transform[4], transform[5]];
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 2) last.parts.push(str);
    else lines.push({ y, x, parts: [str] });
  }
  return lines
    .map(({ y, x, parts }) => ({ y, x, text: parts.join('').replaceAll('\u00a0', ' ') }))
    .filter(({ text }) => text.trim() !== '');
}

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly TreeNode[];
}

const isTree = (value: unknown): value is TreeNode => typeof value === 'object' && value !== null;

function childrenOf(node: TreeNode, depth: number): readonly StructureNode[] {
  return (node.children ?? []).flatMap((child): readonly StructureNode[] => {
    if (child.role === undefined) return [];
    const children = childrenOf(child, depth + 1);
    return [{ role: child.role, depth, alt: child.alt ?? null, hasContent: hasContent(child), children }];
  });
}

const hasContent = (node: TreeNode): boolean =>
  (node.children ?? []).some((child) => child.role === undefined || hasContent(child));

/** Every element below, in reading order. */
export function flatStructure(nodes: readonly StructureNode[]): readonly StructureNode[] {
  return nodes.flatMap((node) => [node, ...flatStructure(node.children)]);
}

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

function flatBookmarks(items: readonly OutlineNode[] | null, level: number): readonly Bookmark[] {
  return (items ?? []).flatMap(({ title, items: inner }) => [
    { level, title: squeezed(title) },
    ...flatBookmarks(inner, level + 1),
  ]);
}

/** The page of a destination, given by name or in full. */
async function pageOf(document: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const found: unknown =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (!Array.isArray(found)) return null;
  // The first part of a destination refers to its page.
  return (await document.getPageIndex(found[0] as { num: number; gen: number })) + 1;
}
