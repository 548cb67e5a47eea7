/** How one language says that a page is not there. */
export interface NotFoundWords {
  /** One of these is said… */
  readonly keys: readonly string[]
  /** …and nothing but these and the words of the keys around it. */
  readonly words: ReadonlySet<string>
}

const language = (keys: string, words: string): NotFoundWords => ({
  keys: keys.split('|'),
  words: new Set([...words.split(/\s+/), ...keys.split(/[|\s]/)])
})

/** Languages that part their words, in small letters without marks but for the apostrophe. */
export const spaced: readonly NotFoundWords[] = [
  language(
    "not found|cannot be found|can't be found|can not be found|could not be found|couldn't be found|can't find|cannot find|could not find|couldn't find|didn't find|does not exist|doesn't exist|doesn't seem to exist|no longer available|no longer exists|no longer exist|no longer here|isn't available|is not available|page not available|unavailable|has been removed|have been removed|was removed|been deleted|was deleted|page deleted|page removed|been taken down|no such page|no such app|isn't here|page is gone|page gone|page has gone|page is missing|page missing|nothing here|nothing found|nothing to see here|site has expired|account suspended|been suspended|been disabled|been terminated|doesn't live here|there isn't a github pages site here",
    `a about access address adjust after again all an and any anymore app application are article at be because been but
    by can change changed channel check class content could did directory document does either entered entry error event
    exist exists file find following for from got had has have here host if image in incorrectly is it it's item its job
    link listing live location longer looking looks lost mistyped more moved might name no not object of oh on or our
    owner package page pages photo playlist please post private product profile project reach record removed repo
    repository request requested requesting resource sad sadly searching seem seems server shop site sorry space store story
    such taken temporarily text that that's the then there there's they thing this thread to topic tried try trying
    unfortunately url user uploader video view visit was we we're webpage website were what where which wiki with you you're
    you've your 1`
  ),
  language(
    'nicht gefunden|nicht mehr gefunden|nicht verfügbar|nicht mehr verfügbar|nicht vorhanden|nicht mehr vorhanden|existiert nicht|nicht existiert|nicht mehr online|wurde gelöscht|wurde entfernt',
    `adresse angeforderte angegebene artikel auf aufgerufene beitrag das datei der diese diesem dieser dieses die dokument
    es existieren gesuchte gewünschte haben inhalt ist kann konnte leider link mehr produkt seite seiten server sie suchen
    tut uns leid unter url video webseite website werden wurde wurden entschuldigung`
  ),
  language(
    "non trouvée|non trouvé|page introuvable|introuvable|n'existe pas|n'existe plus|pas été trouvée|pas été trouvé|pas trouvée|plus disponible|pas disponible|a été supprimée|a été supprimé",
    `a adresse avez ce cet cette cherchez contenu demandé demandée désolé désolée document est été fichier l'adresse
    l'article article la le les l'url malheureusement n'a n'est nous ou oups oups' page pages pas plus produit que recherchée
    recherchez ressource serveur site sommes sur url vidéo vous ne peut être`
  ),
  language(
    'no encontrada|no encontrado|no se encuentra|no se encontró|no se ha encontrado|no se pudo encontrar|no ha sido encontrada|no existe|no está disponible|ya no existe|ya no está disponible|no disponible|ha sido eliminada|ha sido eliminado|fue eliminada|fue eliminado',
    `archivo artículo buscando buscas busca contenido dirección documento el en enlace encontrar esta este estás está la lo lo
    sentimos página pagina producto que recurso servidor sitio solicitada solicitado ups url vaya video vídeo web`
  ),
  language(
    'não encontrada|não encontrado|nao encontrada|nao encontrado|não foi encontrada|não foi encontrado|não pôde ser encontrada|não existe|não está disponível|não está mais disponível|não disponível|indisponível|foi removida|foi removido',
    `a arquivo artigo conteúdo desculpe documento endereço esta este está lamentamos link mais neste o ops página pagina
    procura procurando produto que recurso ser servidor site solicitada solicitado url vídeo você`
  ),
  language(
    'non trovata|non trovato|non è stata trovata|non è stato trovato|non esiste|non esiste più|non disponibile|non è disponibile|non è più disponibile|è stata rimossa|è stato rimosso|impossibile trovare la pagina|inesistente',
    `articolo cercando cercata cerchi ci che contenuto dispiace documento file il la lo ops pagina prodotto questa questo
    richiesta richiesto risorsa server siamo sito spiacenti stai su sul url video web`
  ),
  language(
    'niet gevonden|niet worden gevonden|bestaat niet|bestaat niet meer|niet beschikbaar|niet meer beschikbaar|is verwijderd',
    `adres artikel bestand de deze die dit document gevraagde helaas het inhoud is je kan kon meer oeps op opgevraagde
    pagina product sorry u url video website werd zoekt`
  ),
  language(
    'hittades inte|kunde inte hittas|kan inte hittas|finns inte|finns inte längre|ikke fundet|blev ikke fundet|kunne ikke findes|findes ikke|ikke funnet|ble ikke funnet|finnes ikke|eksisterer ikke',
    `artikeln beklager denne den denna desværre det dokumentet du efter efterfrågade ettersøkte etter filen hoppsan innholdet
    leder leter længere lenger sidan siden side som søker söker tyvärr ursäkta på du letar`
  ),
  language(
    'nie znaleziono|nie została znaleziona|nie została odnaleziona|nie istnieje|nie odnaleziono|nie można znaleźć|została usunięta',
    `artykuł dokument niestety nie ta taka tej podstrona plik której przepraszamy stron strona strony stronę szukana szukanej
    szukasz treść ups żądana żądanej`
  ),
  language(
    'не найдена|не найден|не найдено|не существует|больше не существует|страница удалена|была удалена|была удалён|был удалён|не доступна|недоступна',
    `адрес больше была был видео вы документ запрашиваемая запрошенная запрошенный извините или ищете к которую материал на
    но по сервере сожалению статья страница страницы страницу такая такой товар файл эта этой ой ошибка упс удалена`
  ),
  language(
    'не знайдено|не знайдена|не існує|сторінку видалено',
    'адреса більше була ви вибачте жаль на на жаль помилка сторінка сторінки сторінку така такої файл ця цієї шукаєте'
  ),
  language(
    'stránka nenalezena|nenalezena|nebyla nalezena|nenalezeno|neexistuje|nebyla nájdená|neexistuje',
    'hledaná je omlouváme požadovaná se soubor stranka stránka stránku tato už jste zadaná'
  ),
  language(
    'bulunamadı|bulunamadi|mevcut değil|kaldırıldı|silindi',
    'aradığınız bu dosya içerik istediğiniz istenen maalesef sayfa sayfası sayfayı üzgünüz ürün'
  ),
  language(
    'tidak ditemukan|tidak tersedia|tidak ada|telah dihapus',
    'anda cari halaman ini konten maaf minta situs yang'
  ),
  language('không tìm thấy|không tồn tại', 'bạn bài này nội dung rất tiếc trang viết yêu cầu đang tìm kiếm xin lỗi'),
  language('غير موجودة|غير موجود|غير متوفرة|لم يتم العثور على', 'الصفحة المطلوبة التي تبحث عنها عذرا عفوا هذه الموقع')
]

const unspacedLanguage = (keys: string, words: string): NotFoundWords => ({
  keys: keys.split('|'),
  words: new Set([...keys.split('|'), ...words.split(/\s+/)])
})

/** Languages that don't part them. */
export const unspaced: readonly NotFoundWords[] = [
  unspacedLanguage(
    '找不到|不存在|未找到|没找到|没有找到|无法找到|無法找到|沒有找到|已删除|被删除|已刪除|被刪除|已失效|走丢了|不见了|去火星了',
    `页面 頁面 网页 網頁 该 該 您 你 要 访问 訪問 请求 查看 寻找 的 所 抱歉 对不起 對不起 内容 內容 文章 视频 网站 網站 这个 此 发布者 作者
    很 哎呀 了 啊 哦 文件 链接 连接 出错 错误 已经 已 或 到`
  ),
  unspacedLanguage(
    '見つかりません|見つかりませんでした|見つかりませんでした|存在しません|見つからない|ありません|削除されました',
    `ページ お探し ご指定 指定された 指定した この その の が を は 申し訳ございません 申し訳ありません すみません ファイル 記事 サイト 動画
    コンテンツ 要求された リクエストされた アクセスしようとした url 現在 または 該当する でした 既に すでに エラー`
  ),
  unspacedLanguage(
    '찾을수없습니다|찾을수없음|찾을수없어요|존재하지않습니다|존재하지않는|삭제되었습니다|삭제된|없는페이지',
    '페이지를 페이지가 페이지는 페이지 요청하신 요청한 해당 이 죄송합니다 게시물 게시글 파일을 입니다 오류 또는 거나'
  )
]

/** What a page that is not there may begin its sentence with. */
export const openers = new Set(
  `oops ooops oooops whoops woops uh oh ouch yikes sorry we're we are so error http status code fehler fehlerseite erreur errore erro
  fout fel fejl feil błąd ошибка помилка chyba hata kesalahan lỗi ops ups oups oeps hoppsan hmm hm 404 410 e404 0 404s`.split(
    /\s+/
  )
)

/** What may stand beside the number and says no more than it. */
export const nouns = new Set(
  'error page gone seite página pagina pagine strona страница sayfa halaman fehler erreur errore erro ошибка 错误 页面 エラー ページ 오류 페이지'.split(
    ' '
  )
)

/** What a page about pages that are not there says of itself, or is kept by. */
export const topics = new Set(
  `http https status statuses code codes how fix fixing fixed tutorial tips what why when wikipedia wiktionary mdn meaning
  explained album film movie song band novel book episode game series imdb stackoverflow templates`.split(/\s+/)
)

/** What web servers show where nobody put a page, and shops of web space where somebody did not pay. */
export const serverPages: readonly RegExp[] = [
  /^welcome to (?:nginx|openresty|tengine|caddy)(?: on .{1,30})?$/,
  /^apache2 (?:ubuntu|debian) default page(?: it works)?$/,
  /^(?:test page for the apache http server|http server test page|apache http server test page).{0,40}$/,
  /^iis(?:7| windows server| windows|\d+)?$/,
  /^(?:web server'?s )?default (?:web ?site|server|parallels plesk|plesk)?.{0,12}page$/,
  /^(?:this )?account (?:has been )?suspended$/,
  /^site not (?:found|published).{0,20}$/
]
