import { GateBanner } from '../ui/gate/GateBanner.tsx';
import { FailedState } from '../ui/status/FailedState.tsx';
import type { CommandName } from './client.ts';
import { failureWords } from './failure-words.ts';
import type { GatedCommand } from './use-gated-command.ts';

interface CommandBannerProps<K extends CommandName> {
  readonly command: GatedCommand<K>;
  /** The heading over several gates: "The control cannot be agreed yet". */
  readonly title: string;
  /** What could not be done where the program failed: "The control was not saved". */
  readonly failed: string;
  readonly id?: string;
}

/** What stands in the way of a command, in place: the rules that refuse it, or why it failed. */
export function CommandBanner<K extends CommandName>({ command, title, failed, id }: CommandBannerProps<K>) {
  if (command.failure !== null) return <FailedState {...failureWords(failed, command.failure)} />;
  return (
    <GateBanner
      ref={command.bannerRef}
      gates={command.gates}
      title={title}
      isAnnounced
      {...(id === undefined ? {} : { id })}
    />
  );
}
