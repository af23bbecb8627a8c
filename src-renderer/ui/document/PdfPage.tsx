import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page.ts';
import type { PageSize } from './use-pdf.ts';
import styles from './PdfPages.module.css';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly count: number;
  readonly size: PageSize;
  readonly zoom: number;
}

/** CSS pixels per point at zoom 1. */
const TRUE_SIZE = 96 / 72;

/** One page: its place is held from the beginning, its picture is drawn when it comes near the view. */
export function PdfPage({ document: pdf, number, count, size, zoom }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const scale = zoom * TRUE_SIZE;
  useEffect(() => {
    if (frame.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear(entries.some((entry) => entry.isIntersecting));
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(frame.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    if (!isNear || frame.current === null) return undefined;
    return drawPage(pdf, number, scale, frame.current, styles['text'] ?? '');
  }, [pdf, number, scale, isNear]);
  return (
    <div
      ref={frame}
      role="group"
      aria-label={`Page ${String(number)} of ${String(count)}`}
      data-page={number}
      className={styles['page']}
      style={{ width: size.width * scale, height: size.height * scale, '--total-scale-factor': scale }}
    />
  );
}
