import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import styles from './Dialog.module.css';

interface DialogFrameProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** 480 px unless said. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A dialog with its title and a way out; it takes the focus and gives it back. */
export function DialogFrame({ isOpen, onClose, title, width = 480, children }: DialogFrameProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={width} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles['head']}>
          <Modal.Title className={styles['title'] ?? ''}>{title}</Modal.Title>
          <IconButton label="Close" icon={IconX} onPress={onClose} />
        </div>
        <Modal.Body className={styles['body'] ?? ''}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
