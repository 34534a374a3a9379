declare module 'virtual:route-lines' {
  import type { RouteName } from '@thidua/contract';

  /** Method and path of every route; made from the contract's table when the app is built (tools/route-lines.mjs). */
  const lines: Readonly<
    Record<
      RouteName,
      {
        readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
        readonly path: string;
        readonly idempotent?: false;
        readonly answer?: 'none';
      }
    >
  >;
  export default lines;
}
