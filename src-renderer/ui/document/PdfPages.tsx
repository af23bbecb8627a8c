import { useCallback, useEffect, useRef } from 'react';
import { FailedState } from '../status/FailedState.tsx';
import { LoadingLines } from '../status/LoadingLines.tsx';
import { PdfPage } from './PdfPage.tsx';
import type { PageSize } from './use-pdf.ts';
import { usePdf } from './use-pdf.ts';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import styles from './PdfPages.module.css';

interface PdfPagesProps {
  /** What the document is: "Draft report, version 1". */
  readonly label: string;
  /** `undefined` while the bytes are being fetched. */
  readonly bytes: Uint8Array | undefined;
  /** The page to show, from 1; scrolling reports the page in view. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onPageCount: (count: number) => void;
  /** 1 shows a point as 1.333 px, its true size. */
  readonly zoom: number;
}

/** The pages of a PDF, white in both schemes, drawn as they come into view, with text to select and read out. */
export function PdfPages({ label, bytes, page, onPage, onPageCount, zoom }: PdfPagesProps) {
  const state = usePdf(bytes);
  const count = state.kind === 'open' ? state.sizes.length : 0;
  useEffect(() => {
    if (count > 0) onPageCount(count);
  }, [count, onPageCount]);
  if (state.kind === 'failed') {
    return (
      <FailedState
        headline="The document cannot be shown"
        safe="The stored file is unchanged."
        advice="Open it in another reader, or ask for the file again."
        details={state.reason}
      />
    );
  }
  if (state.kind === 'opening') return <LoadingLines rows={12} label={`Opening ${label}`} />;
  return (
    <PageList
      label={label}
      document={state.document}
      sizes={state.sizes}
      page={page}
      onPage={onPage}
      zoom={zoom}
    />
  );
}

interface PageListProps {
  readonly label: string;
  readonly document: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly zoom: number;
}

function PageList({ label, document, sizes, page, onPage, zoom }: PageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    scroller.current?.querySelector(`[data-page="${String(page)}"]`)?.scrollIntoView({ block: 'start' });
  }, [page]);
  const onScroll = useCallback((): void => {
    const next = pageInView(scroller.current);
    if (next === undefined || next === shown.current) return;
    shown.current = next;
    onPage(next);
  }, [onPage]);
  return (
    <div
      ref={scroller}
      className={styles['pages']}
      role="document"
      aria-label={label}
      tabIndex={0}
      onScroll={onScroll}
    >
      {sizes.map((size, index) => (
        <PdfPage
          key={index}
          document={document}
          number={index + 1}
          count={sizes.length}
          size={size}
          zoom={zoom}
        />
      ))}
    </div>
  );
}

/** The page that crosses a line a third down the view. */
function pageInView(scroller: HTMLElement | null): number | undefined {
  if (scroller === null) return undefined;
  const view = scroller.getBoundingClientRect();
  const line = view.top + view.height / 3;
  const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')];
  const found = pages.find((element) => element.getBoundingClientRect().bottom >= line);
  return found === undefined ? undefined : Number(found.dataset['page']);
}
