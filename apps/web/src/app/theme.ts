import type { ThemeConfig } from 'antd';

/** Tokens fixed for contrast AA (antd's own primary, error and placeholder colours fail it). */
export const THEME: ThemeConfig = {
  token: {
    fontFamily: '"Be Vietnam Pro", "Liberation Sans", sans-serif',
    fontSize: 14,
    lineHeight: 1.5,
    colorPrimary: '#9f1d20',
    colorLink: '#0958d9',
    colorInfo: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#874d00',
    colorError: '#cf1322',
    colorText: '#1f1f1f',
    colorTextSecondary: '#4b4b4b',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorBorder: '#8c8c8c',
    colorBgLayout: '#f5f5f4',
    borderRadius: 6,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgb(0 0 0 / 18%)',
    motionDurationFast: '0.12s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.12s',
    controlOutline: 'rgb(9 88 217 / 30%)',
  },
  components: {
    Button: { primaryShadow: 'none', dangerShadow: 'none', defaultShadow: 'none' },
    Input: { activeBorderColor: '#0958d9', hoverBorderColor: '#0958d9' },
    Select: { activeBorderColor: '#0958d9', hoverBorderColor: '#0958d9' },
    Radio: { colorPrimary: '#0958d9' },
    Checkbox: { colorPrimary: '#0958d9', colorPrimaryHover: '#003eb3' },
  },
};
