import { PDFDocument, StandardFonts } from 'pdf-lib';
import { useEffect, useState } from 'react';
import { PdfPages } from '../../src-renderer/ui/document/PdfPages.tsx';
import { PdfTools } from '../../src-renderer/ui/document/PdfTools.tsx';
import { PageBody, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { SampleFrame } from './sample-frame.tsx';

/** A document of twelve pages in the preview drawer. */
export function DocumentView() {
  const [bytes, setBytes] = useState<Uint8Array>();
  const [page, setPage] = useState(1);
  const [count, setCount] = useState(0);
  const [zoom, setZoom] = useState(0.5);
  useEffect(() => {
    void samplePdf().then(setBytes);
  }, []);
  return (
    <SampleFrame
      current="report"
      breadcrumb={[{ label: 'Report' }]}
      drawer={{
        title: 'Preview',
        width: 'preview',
        onClose: () => undefined,
        tools: <PdfTools page={page} count={count} onPage={setPage} zoom={zoom} onZoom={setZoom} />,
        children: (
          <PdfPages
            label="Draft report"
            bytes={bytes}
            page={page}
            onPage={setPage}
            onPageCount={setCount}
            zoom={zoom}
          />
        ),
      }}
    >
      <PageBody>
        <PageHeader title="Report" subtitle="A document beside the page" />
      </PageBody>
    </SampleFrame>
  );
}

async function samplePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= 12; number += 1) {
    const sheet = pdf.addPage([612, 792]);
    sheet.drawText('Independent service auditor’s report', { x: 72, y: 680, size: 20, font });
    sheet.drawText(`Page ${String(number)} of 12`, { x: 72, y: 640, size: 11, font });
  }
  return pdf.save();
}
