import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { IconButton } from '../button/IconButton.tsx';
import { formatCount } from '../text/format-number.ts';
import { zoomStep } from './zoom-step.ts';
import styles from './PdfPages.module.css';

interface PdfToolsProps {
  readonly page: number;
  /** 0 while the document is being opened. */
  readonly count: number;
  readonly onPage: (page: number) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

/** Page and zoom, for the heading of a drawer. */
export function PdfTools({ page, count, onPage, zoom, onZoom }: PdfToolsProps) {
  const larger = zoomStep(zoom, 1);
  const smaller = zoomStep(zoom, -1);
  return (
    <div className={styles['tools']}>
      <IconButton
        label="Previous page"
        icon={IconChevronLeft}
        isDisabled={page <= 1}
        onPress={() => {
          onPage(page - 1);
        }}
      />
      <span className={styles['position']} aria-live="polite">
        {count === 0 ? '' : `${formatCount(page)} of ${formatCount(count)}`}
      </span>
      <IconButton
        label="Next page"
        icon={IconChevronRight}
        isDisabled={page >= count}
        onPress={() => {
          onPage(page + 1);
        }}
      />
      <span className={styles['divider']} />
      <IconButton
        label="Smaller"
        icon={IconZoomOut}
        isDisabled={smaller === zoom}
        onPress={() => {
          onZoom(smaller);
        }}
      />
      <IconButton
        label="Larger"
        icon={IconZoomIn}
        isDisabled={larger === zoom}
        onPress={() => {
          onZoom(larger);
        }}
      />
    </div>
  );
}
