import { useMemo, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { useTranslation } from 'react-i18next';
import { cspNonce } from './nonce';
import { makeQueryClient } from './query-client';
import { router } from './router';
import { THEME } from './theme';

const nonce = cspNonce();

/** Providers around the pages. An answer 'not signed in' leads to the sign-in page and back afterwards. */
export function App(): ReactNode {
  const { i18n } = useTranslation();
  const client = useMemo(() => makeQueryClient(askToSignIn), []);
  dayjs.locale(i18n.language === 'en' ? 'en' : 'vi');
  return (
    <ConfigProvider
      theme={THEME}
      locale={i18n.language === 'en' ? enUS : viVN}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function askToSignIn(): void {
  const { pathname, href } = router.state.location;
  if (pathname !== '/dang-nhap' && !pathname.startsWith('/tra-cuu')) {
    void router.navigate({ to: '/dang-nhap', search: pathname === '/' ? {} : { ve: href } });
  }
}
