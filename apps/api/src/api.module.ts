import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Casework, CaseworkModule } from '@thidua/casework';
import type { LoadedSettings } from '@thidua/config';
import { openAttachments } from '@thidua/documents';
import { contractController } from './contract/contract.controller';
import { HealthController } from './web/health.controller';
import { OpenApiController } from './contract/open-api.controller';
import { SessionController } from './session/session.controller';
import { sheets } from './sheets';
import { signatures } from './signatures';
import { templateDesk } from './template-desk';
import { SETTINGS } from './tokens';

@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(private readonly casework: Casework) {}

  static with(settings: LoadedSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [CaseworkModule.with({ ...settings, sheets, signatures, templateDesk, attachments: openAttachments(settings) })],
      providers: [{ provide: SETTINGS, useValue: settings }],
      controllers: [HealthController, SessionController, OpenApiController, contractController()],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.casework.close();
  }
}
