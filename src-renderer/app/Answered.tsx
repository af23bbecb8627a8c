import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { GateBanner } from '../ui/gate/GateBanner.tsx';
import { FailedState } from '../ui/status/FailedState.tsx';
import { LoadingLines } from '../ui/status/LoadingLines.tsx';
import type { CallError } from './client.ts';
import { failureWords } from './failure-words.ts';
import { gateMessage, refusalsOf } from './gate-messages.ts';

interface AnsweredProps<T> {
  readonly query: UseQueryResult<T, CallError>;
  /** What is read: "the controls". */
  readonly what: string;
  /** Rows and their height while it is read. */
  readonly rows?: number;
  readonly rowHeight?: number;
  readonly children: (data: T) => ReactNode;
}

/** What a query answered; ruled lines until then, the rule or the failure where there is no answer. */
export function Answered<T>({ query, what, rows = 8, rowHeight = 31, children }: AnsweredProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null)
    return <LoadingLines rows={rows} rowHeight={rowHeight} label={`Reading ${what}`} />;
  const refusal = query.error.refusal;
  if (refusal !== null) {
    const gates = refusalsOf(refusal).map((found) => gateMessage(found));
    return <GateBanner gates={gates} title={`The program does not show ${what}`} />;
  }
  return (
    <FailedState
      {...failureWords(`The program could not read ${what}`, query.error)}
      action={{ label: 'Read again', onPress: () => void query.refetch() }}
    />
  );
}
