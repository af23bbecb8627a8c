import 'react';

declare module 'react' {
  interface CSSProperties {
    /** A custom property that a component hands to its style sheet. */
    [variable: `--${string}`]: string | number | undefined;
  }
}
