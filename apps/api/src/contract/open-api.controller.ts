import { Controller, Get, Header } from '@nestjs/common';
import { openApi } from '@thidua/contract';

/** The contract as OpenAPI 3.1, and a page that lists it. */
@Controller('api')
export class OpenApiController {
  @Get('openapi.json')
  json(): object {
    return openApi();
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    const paths = Object.entries(openApi().paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, line]) => `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${path}</code></td><td>${line.summary}</td></tr>`,
      ),
    );
    return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>API Thi Đua</title></head><body><h1>API Thi Đua</h1><p><a href="/api/openapi.json">openapi.json</a></p><table>${paths.join('')}</table></body></html>`;
  }
}
