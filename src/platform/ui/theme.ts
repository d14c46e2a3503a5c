import { type ThemeConfig, theme } from 'antd';

/** The colours of one appearance. Contrast of text on its ground is at least 4.5:1 (axe checks each page). */
interface Palette {
  /** What can be pressed. */
  red: string;
  redStrong: string;
  redSoft: string;
  /** Marks of distance to a target, and of the past: as a line or a ground. */
  gold: string;
  goldText: string;
  goldSoft: string;
  ink: string;
  inkSoft: string;
  ground: string;
  paper: string;
  raised: string;
  line: string;
  lineStrong: string;
  hover: string;
}

const light: Palette = {
  red: '#9f1d20',
  redStrong: '#7f1518',
  redSoft: '#f9eeee',
  gold: '#b98a2b',
  goldText: '#74520f',
  goldSoft: '#fbf4e4',
  ink: '#1f2124',
  inkSoft: '#5c6067',
  ground: '#f5f5f4',
  paper: '#ffffff',
  raised: '#ffffff',
  line: '#e2e2df',
  lineStrong: '#8d9097',
  hover: '#f0efed',
};

const dark: Palette = {
  red: '#f08a8c',
  redStrong: '#f7aeb0',
  redSoft: '#3a2022',
  gold: '#c99a3b',
  goldText: '#e3bd6d',
  goldSoft: '#332a17',
  ink: '#ececea',
  inkSoft: '#a9adb4',
  ground: '#16181a',
  paper: '#1d2023',
  raised: '#24282c',
  line: '#33383d',
  lineStrong: '#7c828a',
  hover: '#2a2e33',
};

export type Appearance = 'light' | 'dark';

const palettes: Record<Appearance, Palette> = { light, dark };
const family = "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif";

/** The theme of Ant Design, from the tokens. */
export function antTheme(appearance: Appearance): ThemeConfig {
  const one = palettes[appearance];
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: appearance === 'dark' ? '#c4474a' : one.red,
      colorLink: one.red,
      colorLinkHover: one.redStrong,
      colorLinkActive: one.redStrong,
      colorWarning: one.gold,
      colorTextBase: one.ink,
      colorText: one.ink,
      colorTextSecondary: one.inkSoft,
      colorTextTertiary: one.inkSoft,
      colorTextDescription: one.inkSoft,
      colorTextPlaceholder: one.inkSoft,
      colorBgLayout: one.ground,
      colorBgContainer: one.paper,
      colorBgElevated: one.raised,
      colorBorder: one.line,
      colorBorderSecondary: one.line,
      fontFamily: family,
      fontSize: 14,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      controlHeight: 34,
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.1s',
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      // What is typed into is bounded as what is chosen from: a line that can be seen (3:1).
      Input: { colorBorder: one.lineStrong },
      Checkbox: { colorBorder: one.lineStrong },
      Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 10, headerBorderRadius: 0, headerBg: one.ground },
      Tabs: {
        horizontalItemPadding: '10px 0',
        itemSelectedColor: one.red,
        itemHoverColor: one.redStrong,
        inkBarColor: one.red,
      },
    },
  };
}

/** Writes the tokens where our own stylesheets read them: `var(--ink-soft)`. Through the CSSOM, as the policy asks. */
export function applyTokens(root: HTMLElement, appearance: Appearance): void {
  for (const [name, value] of Object.entries(palettes[appearance]))
    root.style.setProperty(`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  root.style.setProperty('--family', family);
  root.style.setProperty('color-scheme', appearance);
  root.dataset.appearance = appearance;
}
