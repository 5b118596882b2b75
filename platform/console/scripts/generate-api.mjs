// Writes the types of the REST API from the OpenAPI document of the service.
import { execFileSync } from 'node:child_process';

const description = '../server/src/main/resources/io/kubefate/server/openapi.json';
execFileSync('node_modules/.bin/openapi-typescript', [description, '--output', 'src/api/schema.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
