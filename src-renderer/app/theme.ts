import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Modal,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';
import { FONTS, PALETTES, schemeVariables, sharedVariables } from '../ui/tokens/tokens.ts';

const palettes: Record<keyof typeof PALETTES, MantineColorsTuple> = PALETTES;

/** Filled controls are the accent with its own text colour; everything else is Mantine's. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colors;
  return {
    ...colors,
    background: 'var(--tm-accent)',
    hover: 'var(--tm-accent-hover)',
    color: 'var(--tm-on-accent)',
    border: '1px solid transparent',
  };
};

/** The theme of every window; sizes and spacings are the ones of the design page. */
export const theme = createTheme({
  colors: palettes,
  primaryColor: 'ledger',
  primaryShade: { light: 7, dark: 3 },
  fontFamily: FONTS.sans,
  fontFamilyMonospace: FONTS.mono,
  headings: { fontFamily: FONTS.serif, fontWeight: '600' },
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '16px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '14px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '5px', lg: '6px' },
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    Select: Select.extend({ defaultProps: { size: 'sm', allowDeselect: false } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6 } }),
    Tabs: Tabs.extend({ defaultProps: { variant: 'default' } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 400,
        withArrow: false,
        // Inside its landmark, so that no content stands outside the regions of the page.
        withinPortal: false,
        floatingStrategy: 'fixed',
      },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, size: 480, lockScroll: false, transitionProps: { duration: 100 } },
    }),
  },
});

const mantineVariables: Record<`--${string}`, string> = {
  '--mantine-color-body': 'var(--tm-paper)',
  '--mantine-color-text': 'var(--tm-ink)',
  '--mantine-color-dimmed': 'var(--tm-ink3)',
  '--mantine-color-placeholder': 'var(--tm-ink3)',
  '--mantine-color-default': 'var(--tm-sheet)',
  '--mantine-color-default-hover': 'var(--tm-sunken)',
  '--mantine-color-default-color': 'var(--tm-ink)',
  '--mantine-color-default-border': 'var(--tm-rule-strong)',
  '--mantine-color-error': 'var(--tm-block)',
  '--mantine-color-anchor': 'var(--tm-accent)',
  '--mantine-color-bright': 'var(--tm-ink)',
  '--mantine-primary-color-filled': 'var(--tm-accent)',
  '--mantine-primary-color-filled-hover': 'var(--tm-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--tm-on-accent)',
};

/** Puts every `--tm-*` variable, and Mantine's own in their terms, on the root element. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: sharedVariables(),
  light: { ...schemeVariables('light'), ...mantineVariables },
  dark: { ...schemeVariables('dark'), ...mantineVariables },
});
