import {isSlip} from './similar.ts'

/**
 * Names of software, companies and places on the web, as their owners write them: only such whose other spellings
 * (`Github`, `MySql`) are no word and no other name. In lower case they may be a command or a package.
 */
const names = `
  ActionScript ActiveMQ AdGuard AdMob AdSense AdWords Airbnb AirPods AirTag AlphaGo AlphaZero AngelList AngularJS
  Ansible AppArmor AppCode AppImage AppleScript AppVeyor ArangoDB ArcGIS arXiv AsciiDoc AsyncAPI Atlassian AutoCAD
  AutoHotkey BeagleBone BibTeX BigQuery Bitbucket Bitcoin BitTorrent Bitwarden BlackBerry BookStack BoringSSL
  BuddyPress BusyBox CakePHP CentOS ChatGPT ChromeOS CircleCI ClickHouse ClickUp ClojureScript Cloudflare
  CloudFormation CloudFront CloudTrail CloudWatch CMake CockroachDB CocoaPods Codecademy CodeceptJS CodeIgniter
  CodeMirror CodePen CodeSandbox CoffeeScript ComfyUI CommonJS CommonMark CoreOS CouchDB Coursera CrowdStrike CSS CSV
  CyberChef Datadog DataGrip DBeaver DeepL DeepMind DeepSeek DefinitelyTyped DevDocs DeviantArt DevOps DigitalOcean
  DirectX Django DNSSEC DocBook Docker DokuWiki DreamHost Dropbox Drupal DuckDB DuckDuckGo DynamoDB eBay eBPF
  ECMAScript Elasticsearch ElevenLabs Emacs ESLint EventStoreDB Evernote ExifTool Facebook FastAPI FFmpeg FileZilla
  Firebase Firefox FiveThirtyEight Flickr Foursquare FreeBSD FreeCAD freeCodeCamp FreeRTOS GarageBand GeoDjango
  GeoJSON GeoNode GeoPandas GeoServer GeoTIFF GitBook Gitea GitHub GitKraken GitLab GitOps GoDaddy Godot GoLand
  Grafana GraphiQL GraphQL Gravatar GreenSock gRPC GStreamer HackerNoon HackerOne HackerRank HAProxy HarmonyOS
  HashiCorp Haskell HBase Heroku HipChat HomeKit HTML HTTPie HubSpot iCloud IFTTT ImageMagick ImageNet iMessage Imgur
  iMovie InDesign InfluxData InfluxDB InnoDB Instagram IntelliJ IntelliSense InVision iOS IoT iPad iPadOS iPhone
  IPython iTerm iTerm2 iTunes JavaFX JavaScript Jenkins JetBrains jQuery JSFiddle JSHint JSLint JSON JSONPath JUnit
  Jupyter JupyterHub JupyterLab Kafka KeePass Keras KeePassX KeePassXC KiCad KubeCon Kubernetes LangChain LangGraph Laravel
  LastPass LaTeX LeetCode LevelDB LibreOffice LightGBM LinkedIn Linode Linux LiteLLM LiveJournal LlamaIndex Logstash
  LoRaWAN LuaJIT LuaRocks MacBook macOS MacPorts MacVim MailHog MapReduce MapServer MariaDB MathJax MathML MATLAB
  MediaWiki MetaMask MicroPython MLflow MLOps MobX MongoDB MoviePy Mozilla MQTT MySpace MySQL NativeScript Neo4j
  Neovim NestJS NetBeans NetBSD Netflix NetHack Netlify NetLogo Nextcloud NixOS NoSQL NuGet NumPy OAuth OAuth2 OCaml
  OneDrive OneNote OneSignal OpenAI OpenAPI OpenBSD OpenCart OpenCL OpenCV OpenDNS OpenFaaS OpenGL OpenID OpenJDK
  OpenLayers OpenMP OpenOffice OpenSCAD OpenSearch OpenShift OpenSSH OpenSSL OpenStack OpenStreetMap openSUSE
  OpenTelemetry OpenTracing OpenVPN OpenWrt OpenZFS OrientDB ownCloud PaaS PageRank PagerDuty PageSpeed PayPal
  Photoshop PHP phpMyAdmin PHPStan PhpStorm PHPUnit PlantUML PlatformIO PlayStation PostCSS PostGIS PostgreSQL
  PostHog PowerPoint PowerShell PrestaShop PrimeNG ProtonMail ProtonVPN PureScript PyCharm PyPI PyPy PyQt PySide
  PySpark Python PyTorch QGIS QuickBooks QuickTime RabbitMQ ReactiveX ReactOS ReasonML Reddit Redis ReScript
  ResearchGate RethinkDB RocksDB RSpec RStudio RuboCop RubyGems RubyMine Rust SaaS SageMaker Salesforce SciPy
  ScyllaDB SDKMAN SeaMonkey SELinux SendGrid ServiceNow SharePoint SimpleCov SketchUp Skype Snapchat SoundCloud
  SourceForge SpaceX spaCy SpiderMonkey Spotify SQL SQLAlchemy SQLite StackBlitz StatsD SteamOS StumbleUpon SugarCRM
  SuperCollider SurrealDB SurveyMonkey SwiftUI SymPy Syncthing TeamCity TeamViewer TensorBoard TensorFlow TensorRT
  Terraform TestCafe TestFlight TestNG TidalCycles TiddlyWiki TikTok TimescaleDB TinyMCE TortoiseGit TortoiseSVN
  TripAdvisor TrueNAS TSLint Tumblr TypeDoc TypeORM TypeScript UglifyJS Unsplash Vimeo VirtualBox VMware VoIP
  WatchKit watchOS WebAssembly WebAuthn Webflow WebGL WebGPU WebKit WebRTC WebStorm WebVR WebXR WeChat WhatsApp
  WikiLeaks Wikipedia WinRAR WireGuard WooCommerce WordCamp WordNet WordPress Xamarin Xbox Xcode XGBoost XML XQuery
  YAML YouTube YouTuber YugabyteDB Zapier ZeroMQ ZeroTier
`

/** Names with their wrong spellings, where more than the case is wrong. */
const variants = `
  Node.js: NodeJS NodeJs Nodejs nodeJS Node.JS Node.Js
  Vue.js: VueJS VueJs Vuejs Vue.JS Vue.Js
  Next.js: NextJS NextJs Nextjs Next.JS Next.Js
  ASP.NET: ASP.Net ASP.net Asp.Net Asp.NET Asp.net
  .NET: .Net
  Stack_Overflow: StackOverflow Stackoverflow StackOverFlow Stack_overflow
  Stack_Exchange: StackExchange Stackexchange
  Let's_Encrypt: LetsEncrypt Letsencrypt Lets_Encrypt
  Red_Hat: RedHat Redhat
  Hugging_Face: Huggingface
  Raspberry_Pi: RaspberryPi RaspberryPI Raspberry_PI Raspberry_pi
  VS_Code: Vscode VScode VsCode
  PostgreSQL: PostgresSQL PostgresSql Postgressql PostgreDB
  FFmpeg: FFMPEG
  Codecademy: Codeacademy CodeAcademy
  Objective-C: Objective_C
  GitHub: Git_Hub
  YouTube: You_Tube
  JavaScript: Java_Script
  TypeScript: Type_Script
  MongoDB: Mongo_DB
  WordPress: Word_Press
  DigitalOcean: Digital_Ocean
  GitHub.com: Github.com
  GitLab.com: Gitlab.com
`

/** Names that are wrong in lower case, too: no command and no package is called so. */
const plain = `
  ChatGPT Facebook GitHub GitLab iPad iPhone JavaScript Kubernetes LinkedIn macOS Neovim PayPal TypeScript WhatsApp WordPress YouTube
`

const listed = (table: string): readonly string[] => table.trim().split(/\s+/)
const spoken = (name: string): string => name.replaceAll('_', ' ')

const inAnyCase = new Map(listed(names).map(name => [name.toLowerCase(), name]))
const misspelt = new Map<string, string>()
for (const line of variants.trim().split('\n')) {
  const [name, ...wrong] = listed(line.replace(': ', ' '))
  for (const spelling of wrong) misspelt.set(spoken(spelling), spoken(name!))
  inAnyCase.set(name!.toLowerCase(), spoken(name!))
}
const plainNames = new Set(listed(plain))
const firstOfTwo = new Set(
  [...misspelt.keys()].filter(spelling => spelling.includes(' ')).map(spelling => spelling.split(' ', 1)[0]!)
)

/**
 * The name that a word is a spelling of, right or wrong. What is written in capitals only (`GITHUB`, `IOS`) is no
 * spelling of a name: so one shouts, and so one abbreviates something else.
 */
export function nameOf(word: string): string | undefined {
  const exact = misspelt.get(word)
  if (exact !== undefined) return exact
  const name = inAnyCase.get(word.toLowerCase())
  return name !== word && word.length > 1 && word === word.toUpperCase() ? undefined : name
}

/** Whether two words may be a spelling of one name, going by the first. */
export const mayGoOn = (word: string): boolean => firstOfTwo.has(word)

/** Whether a name is wrong in lower case wherever it stands. */
export const isPlainName = (name: string): boolean => plainNames.has(name)

/** Whether a name is made of initials: in lower case it is an ending of file names, with one capital part of a name. */
export const isInitials = (name: string): boolean => /^[A-Z]+$/.test(name)

/** Whether more than the case of the letters is wrong. */
export const isVariant = (word: string): boolean =>
  misspelt.has(word) && misspelt.get(word)!.toLowerCase() !== word.toLowerCase()

/** The names that a word, in whatever case, is one typing slip away from, past its first letter and before its last. */
export function namesLike(word: string): readonly string[] {
  const lower = word.toLowerCase()
  return [...inAnyCase]
    .filter(([name]) => name.length > 4 && name[0] === lower[0] && name.at(-1) === lower.at(-1) && isSlip(name, lower))
    .map(([, name]) => name)
}
