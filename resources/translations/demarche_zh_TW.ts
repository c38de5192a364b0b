<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>Card</name>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1% sure</source>
        <translation>可信度 %1%</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>a side, before its people</comment>
        <translation>%1：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln 個來源</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>so many sources, what they are called</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between sources</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ClusterCard</name>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>還有 %1 個</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>; </source>
        <comment>between titles of articles</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>DateStretch</name>
    <message>
        <source>The calendar has no such day.</source>
        <translation>日曆上沒有這一天。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>結束日期早於開始日期。</translation>
    </message>
    <message>
        <source>Write it like 2023, 2023-05, 2023-05-10, 197X or 2018/2019.</source>
        <translation>請寫成 2023、2023-05、2023-05-10、197X 或 2018/2019 這樣的形式。</translation>
    </message>
    <message>
        <source>An unknown date stands nowhere.</source>
        <translation>未知日期在時間軸上沒有位置。</translation>
    </message>
</context>
<context>
    <name>FramePainter</name>
    <message>
        <source>1 event</source>
        <translation>1 個事件</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 個事件</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%2 個事件中的 %1 個</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Timeline: through time</source>
        <translation>時間軸:移動時間</translation>
    </message>
    <message>
        <source>←  →, drag, Shift + wheel, two fingers</source>
        <translation>←  →,拖曳,Shift + 滾輪,雙指滑動</translation>
    </message>
    <message>
        <source>Timeline: zoom</source>
        <translation>時間軸:縮放</translation>
    </message>
    <message>
        <source>+  −, wheel, pinch, double click</source>
        <translation>+  −,滾輪,雙指縮放,按兩下</translation>
    </message>
    <message>
        <source>Timeline: to a stretch of time</source>
        <translation>時間軸:放大到一段時間</translation>
    </message>
    <message>
        <source>drag along the axis; click its upper row</source>
        <translation>沿刻度列拖曳;按一下刻度列上排</translation>
    </message>
    <message>
        <source>Timeline: all events</source>
        <translation>時間軸:全部事件</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Timeline: first and last event</source>
        <translation>時間軸:第一個和最後一個事件</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home,End</translation>
    </message>
    <message>
        <source>Timeline: from event to event</source>
        <translation>時間軸:逐一事件</translation>
    </message>
    <message>
        <source>Tab, Shift + Tab</source>
        <translation>Tab,Shift + Tab</translation>
    </message>
    <message>
        <source>Read the selected event</source>
        <translation>閱讀所選事件</translation>
    </message>
    <message>
        <source>Enter, double click</source>
        <translation>Enter,按兩下</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>About Démarche</source>
        <translation>關於 Démarche</translation>
    </message>
    <message>
        <source>Démarche %1</source>
        <translation>Démarche %1</translation>
    </message>
    <message>
        <source>Reads news articles in English and Chinese, and draws the diplomatic events between the United States and China that they tell of on a timeline.

Free software under the Apache License 2.0.</source>
        <translation>閱讀英文和中文新聞文章,把其中講述的美中外交事件畫在時間軸上。

自由軟體,採用 Apache 2.0 授權條款。</translation>
    </message>
    <message>
        <source>Timeline: measure days</source>
        <translation>時間軸:測量天數</translation>
    </message>
    <message>
        <source>Alt + drag; M, then drag or select</source>
        <translation>Alt + 拖曳;按 M 後拖曳或選取</translation>
    </message>
    <message>
        <source>Timeline: order of lanes</source>
        <translation>時間軸:分組的順序</translation>
    </message>
    <message>
        <source>drag a heading</source>
        <translation>拖曳分組標題</translation>
    </message>
    <message>
        <source>Timeline: filter by the legend</source>
        <translation>時間軸:用圖例篩選</translation>
    </message>
    <message>
        <source>click a kind or status</source>
        <translation>點一下類型或狀態</translation>
    </message>
    <message>
        <source>Timeline: in the lane, before and after</source>
        <translation>時間軸:同一列內的前後事件</translation>
    </message>
    <message>
        <source>Ctrl + ←  →</source>
        <translation>Ctrl + ←  →</translation>
    </message>
    <message>
        <source>Timeline: to the lane above and below</source>
        <translation>時間軸:到上、下一組</translation>
    </message>
    <message>
        <source>↑  ↓, with an event selected</source>
        <translation>↑  ↓(已選取事件時)</translation>
    </message>
    <message>
        <source>Timeline: several events</source>
        <translation>時間軸:選取多個事件</translation>
    </message>
    <message>
        <source>Ctrl or Shift + click or drag</source>
        <translation>Ctrl 或 Shift + 點選或拖曳</translation>
    </message>
    <message>
        <source>Timeline: open a cluster, list it</source>
        <translation>時間軸:展開群集、列出其事件</translation>
    </message>
    <message>
        <source>click, Enter; Ctrl + Enter</source>
        <translation>點選、Enter；Ctrl + Enter</translation>
    </message>
    <message>
        <source>Menu of an event</source>
        <translation>事件的選單</translation>
    </message>
    <message>
        <source>right click, Menu, Shift + F10</source>
        <translation>按右鍵、選單鍵、Shift + F10</translation>
    </message>
</context>
<context>
    <name>LaneText</name>
    <message>
        <source>Americans travel</source>
        <translation>美方出訪</translation>
    </message>
    <message>
        <source>Chinese travel</source>
        <translation>中方出訪</translation>
    </message>
    <message>
        <source>Both travel</source>
        <translation>雙方出訪</translation>
    </message>
    <message>
        <source>Nobody travels</source>
        <translation>無人出訪</translation>
    </message>
    <message>
        <source>Other people</source>
        <translation>其他人物</translation>
    </message>
    <message>
        <source>Other places</source>
        <translation>其他地點</translation>
    </message>
    <message>
        <source>Other topics</source>
        <translation>其他議題</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>其他來源</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未提及人物</translation>
    </message>
    <message>
        <source>No place told</source>
        <translation>未說明地點</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>無議題</translation>
    </message>
    <message>
        <source>Language unknown</source>
        <translation>語言未知</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>無來源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>層級</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Who travels</source>
        <translation>出訪一方</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>議題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Level unknown</source>
        <translation>層級未知</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Date vague</source>
        <translation>日期模糊</translation>
    </message>
    <message>
        <source>Several events</source>
        <translation>多個事件</translation>
    </message>
    <message>
        <source>Several sources</source>
        <translation>多個來源</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 without a date</source>
        <translation>%1 個日期不明</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>cannot draw a picture of type “%1”; use png, svg or pdf</source>
        <translation>無法繪製「%1」類型的圖片;請用 png、svg 或 pdf</translation>
    </message>
    <message>
        <source>the picture could not be drawn</source>
        <translation>無法繪製圖片</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>無法寫入 %1:%2</translation>
    </message>
</context>
<context>
    <name>RulerText</name>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>至少 %1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 週</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 個月</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between a length in two units</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>SourcesBlock</name>
    <message>
        <source>and %1 more</source>
        <comment>sources</comment>
        <translation>另有 %1 篇</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1至%2</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 個來源</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is said of an event</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 個事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>; </source>
        <comment>between what was told of an event</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>also dated %1</source>
        <translation>另有說法為%1</translation>
    </message>
    <message>
        <source>planned for %1</source>
        <translation>原定%1</translation>
    </message>
    <message>
        <source>announced %1 for %2</source>
        <comment>two dates</comment>
        <translation>%1宣布，訂於%2</translation>
    </message>
    <message>
        <source>announced %1</source>
        <comment>a date</comment>
        <translation>%1宣布</translation>
    </message>
    <message>
        <source>told as called off for %1</source>
        <translation>另有報導稱原定%1者已取消</translation>
    </message>
    <message>
        <source>called off %1, planned for %2</source>
        <comment>two dates</comment>
        <translation>%1取消，原定%2</translation>
    </message>
    <message>
        <source>called off %1</source>
        <comment>a date</comment>
        <translation>%1取消</translation>
    </message>
    <message>
        <source>took place %1</source>
        <comment>a date</comment>
        <translation>%1實際發生</translation>
    </message>
    <message>
        <source>now planned for %1</source>
        <translation>現訂於%1</translation>
    </message>
    <message>
        <source>called off for %1</source>
        <translation>原定%1，已取消</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Meeting</source>
        <translation>會晤</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>訪問</translation>
    </message>
    <message>
        <source>Working group</source>
        <translation>工作小組</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>協議</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事端</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>使節任免</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>已發生</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計劃中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Working level</source>
        <translation>工作層級</translation>
    </message>
    <message>
        <source>Senior officials</source>
        <translation>高階官員</translation>
    </message>
    <message>
        <source>Ministers</source>
        <translation>部長級</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>領導人</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不詳</translation>
    </message>
    <message>
        <source>as the page states</source>
        <translation>頁面所載</translation>
    </message>
    <message>
        <source>from its dateline</source>
        <translation>據電頭</translation>
    </message>
    <message>
        <source>worked out from the text</source>
        <translation>由正文推算</translation>
    </message>
    <message>
        <source>as you gave it</source>
        <translation>由您指定</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>a decade: 1990s</comment>
        <translation>%1年代</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>spring %1</source>
        <translation>%1年春</translation>
    </message>
    <message>
        <source>summer %1</source>
        <translation>%1年夏</translation>
    </message>
    <message>
        <source>autumn %1</source>
        <translation>%1年秋</translation>
    </message>
    <message>
        <source>winter %1</source>
        <translation>%1年冬</translation>
    </message>
    <message>
        <source>quarter %1 of %2</source>
        <translation>%2年第%1季</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>perhaps about %1</source>
        <comment>a date</comment>
        <translation>可能在%1前後</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <comment>a date</comment>
        <translation>可能是%1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a date</comment>
        <translation>%1前後</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last date of a range</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>first date of a range within a year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>last date of a range within a year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last day of a range within a month</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>d</source>
        <comment>first date of a range within a month</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>last date of a range within a month</comment>
        <translation>d日</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>日期不明</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a date</comment>
        <translation>至%1</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a date</comment>
        <translation>自%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>place and country</comment>
        <translation>%1(%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s)</source>
        <translation>
            <numerusform>%Ln 次會晤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln 次通話</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln 次訪問</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln working group(s)</source>
        <translation>
            <numerusform>%Ln 次工作小組會議</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln 封信函</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agreement(s)</source>
        <translation>
            <numerusform>%Ln 項協議</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln measure(s)</source>
        <translation>
            <numerusform>%Ln 項措施</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln 起事端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posting(s)</source>
        <translation>
            <numerusform>%Ln 次使節任免</numerusform>
        </translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美國</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中國</translation>
    </message>
    <message>
        <source>Others</source>
        <comment>people of neither country</comment>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>demarche::ui::Actions</name>
    <message>
        <source>&amp;New library…</source>
        <translation>新增資料庫(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open library…</source>
        <translation>開啟資料庫(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此清單(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add articles…</source>
        <translation>加入文章(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;folder of articles…</source>
        <translation>加入文章資料夾(&amp;F)…</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>儲存圖片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter events</source>
        <translation>篩選事件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>清除篩選(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Deselect</source>
        <translation>取消選取(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit all events</source>
        <translation>顯示全部事件(&amp;F)</translation>
    </message>
    <message>
        <source>Go to &amp;today</source>
        <translation>前往今天(&amp;T)</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>前往日期(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一個檢視(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>下一個檢視(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>下一事件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous event</source>
        <translation>上一事件(&amp;P)</translation>
    </message>
    <message>
        <source>Next pa&amp;ssage of the event</source>
        <translation>此事件的下一段落(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;revious passage of the event</source>
        <translation>此事件的上一段落(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全螢幕(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>鍵盤(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Démarche</source>
        <translation>關於 Démarche(&amp;A)</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>加入文章</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>複製為圖片(&amp;C)</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>列印(&amp;T)…</translation>
    </message>
    <message>
        <source>Move the selected event&apos;s lane &amp;up</source>
        <translation>將所選事件的分組上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the selected event&apos;s lane &amp;down</source>
        <translation>將所選事件的分組下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Measure days</source>
        <translation>測量天數(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all in sight</source>
        <translation>全選可見事件(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selection</source>
        <translation>縮放至所選事件(&amp;S)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::Appearance</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟隨系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::ChoosePerson</name>
    <message>
        <source>Pin person</source>
        <translation>釘選人物</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>姓名的一部分</translation>
    </message>
    <message>
        <source>People and bodies</source>
        <translation>人物和機構</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a name and how many events</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>demarche::ui::ClusterList</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 個</translation>
    </message>
    <message>
        <source>Events of the cluster</source>
        <translation>群集中的事件</translation>
    </message>
</context>
<context>
    <name>demarche::ui::CompareMenu</name>
    <message>
        <source>Pin &amp;article of the selected event</source>
        <translation>釘選所選事件的文章(&amp;A)</translation>
    </message>
    <message>
        <source>Pin &amp;person…</source>
        <translation>釘選人物(&amp;P)…</translation>
    </message>
    <message>
        <source>Pin saved &amp;filter</source>
        <translation>釘選已儲存的篩選條件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>取消釘選(&amp;U)</translation>
    </message>
    <message>
        <source>Unpin a&amp;ll</source>
        <translation>全部取消釘選(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pin above all lanes</source>
        <translation>釘選在所有分組上方(&amp;P)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::EmptyState</name>
    <message>
        <source>Add articles…</source>
        <translation>加入文章…</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>開啟資料庫…</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>From articles to a timeline</source>
        <translation>從文章到時間軸</translation>
    </message>
    <message>
        <source>Add news articles (text or HTML, English or Chinese), or drop files and folders here. What they tell is kept in the library %1.</source>
        <translation>請加入新聞文章(文字或 HTML,英文或中文),或把檔案和資料夾拖放到這裡。文章內容會儲存在資料庫 %1 中。</translation>
    </message>
    <message>
        <source>This library is empty</source>
        <translation>此資料庫是空的</translation>
    </message>
    <message>
        <source>Add news articles (text or HTML, English or Chinese), or drop files and folders here.</source>
        <translation>請加入新聞文章(文字或 HTML,英文或中文),或把檔案和資料夾拖放到這裡。</translation>
    </message>
    <message>
        <source>No events were found</source>
        <translation>沒有找到事件</translation>
    </message>
    <message>
        <source>The articles of this library tell of no dated event between the United States and China. Add more articles, or drop files and folders here. Events of others may be shown too: Filter › Context events.</source>
        <translation>此資料庫的文章沒有講述美中之間有日期的事件。請加入更多文章,或把檔案和資料夾拖放到這裡。也可以顯示其他國家的事件:篩選 › 背景事件。</translation>
    </message>
    <message>
        <source>No event passes the filter</source>
        <translation>沒有事件符合篩選條件</translation>
    </message>
    <message>
        <source>The library has articles, but none of their events is as the filter asks.</source>
        <translation>資料庫中有文章,但沒有事件符合篩選條件。</translation>
    </message>
</context>
<context>
    <name>demarche::ui::EventListModel</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
</context>
<context>
    <name>demarche::ui::EventListView</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>demarche::ui::EventMenu</name>
    <message>
        <source>&amp;Read</source>
        <translation>閱讀(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;List them</source>
        <translation>列出這些事件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Zoom to them</source>
        <translation>放大這些事件(&amp;Z)</translation>
    </message>
    <message>
        <source>Show &amp;only</source>
        <translation>只顯示(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>Select all %n event(s)</source>
        <translation>
            <numerusform>選取全部 %n 個事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>demarche::ui::ExportCommands</name>
    <message>
        <source>&amp;JSON, with passages…</source>
        <translation>含段落的 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Table (CSV), one event a row…</source>
        <translation>表格(CSV),每列一個事件(&amp;T)…</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>匯出事件</translation>
    </message>
</context>
<context>
    <name>demarche::ui::FilterBar</name>
    <message>
        <source>Filter by words, names, places</source>
        <translation>依詞語、人名、地點篩選</translation>
    </message>
    <message>
        <source>Context events (of others) too</source>
        <translation>包括背景事件(其他國家)</translation>
    </message>
    <message>
        <source>Confidence %L1 % or more</source>
        <translation>可信度不低於 %L1 %</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>篩選(%1)</translation>
    </message>
    <message>
        <source>Which kinds and statuses to show, and how sure; none chosen shows all</source>
        <translation>要顯示的類型、狀態和可信度;不選則全部顯示</translation>
    </message>
    <message>
        <source>Further conditions of a kept filter</source>
        <translation>已存篩選的其他條件</translation>
    </message>
</context>
<context>
    <name>demarche::ui::GoToDate</name>
    <message>
        <source>Date: 2023-05, 197X, 2018/2019</source>
        <translation>日期:2023-05、197X、2018/2019</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>前往日期</translation>
    </message>
</context>
<context>
    <name>demarche::ui::KeptFilters</name>
    <message>
        <source>&amp;Keep this filter…</source>
        <translation>儲存目前篩選(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>刪除(&amp;F)</translation>
    </message>
    <message>
        <source>Keep filter</source>
        <translation>儲存篩選</translation>
    </message>
    <message>
        <source>A name for it; one that is kept under this name is replaced:</source>
        <translation>名稱；同名的篩選將被取代：</translation>
    </message>
</context>
<context>
    <name>demarche::ui::LaneMenu</name>
    <message>
        <source>&amp;Collapse all lanes</source>
        <translation>收合所有分組(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expand all lanes</source>
        <translation>展開所有分組(&amp;E)</translation>
    </message>
    <message>
        <source>Lanes in their &amp;natural order</source>
        <translation>恢復原有順序(&amp;N)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Expand</source>
        <translation>展開(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Collapse</source>
        <translation>收合(&amp;C)</translation>
    </message>
    <message>
        <source>Collapse all &amp;others</source>
        <translation>收合其他所有分組(&amp;O)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::LibraryClient</name>
    <message>
        <source>No library is open to add it to.</source>
        <translation>沒有開啟的資料庫可供加入。</translation>
    </message>
    <message>
        <source>It was moved or deleted. Put it back, or open it where it is now; what was read stays in view.</source>
        <translation>檔案已被移動或刪除。請放回原處,或從現在的位置開啟;已讀取的內容仍然顯示。</translation>
    </message>
    <message>
        <source>It was not added: the library is not where it was.</source>
        <translation>未加入:資料庫不在原來的位置。</translation>
    </message>
</context>
<context>
    <name>demarche::ui::LibraryCommands</name>
    <message>
        <source>Libraries (*.demarche)</source>
        <translation>資料庫 (*.demarche)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新增資料庫</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>開啟資料庫</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>加入文章</translation>
    </message>
    <message>
        <source>Articles (*.txt *.text *.htm *.html *.xhtml *.md)</source>
        <translation>文章 (*.txt *.text *.htm *.html *.xhtml *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation>加入文章資料夾</translation>
    </message>
</context>
<context>
    <name>demarche::ui::MainWindow</name>
    <message>
        <source>Saved %1</source>
        <translation>已儲存 %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>so many events, so many articles</comment>
        <translation>%2中的%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 個事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what was done</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent libraries</source>
        <translation>最近的資料庫(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Export events</source>
        <translation>匯出事件(&amp;E)</translation>
    </message>
    <message>
        <source>%1 is open again</source>
        <translation>已重新開啟 %1</translation>
    </message>
    <message>
        <source>Lanes b&amp;y</source>
        <translation>分組方式(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>已複製為圖片</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>顯示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已選 %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 events are too many to be copied; they can be exported</source>
        <translation>%L1 個事件太多,無法複製；可以匯出</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) copied</source>
        <translation>
            <numerusform>已複製 %Ln 個事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>加入了 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new version(s)</source>
        <translation>
            <numerusform>%Ln 篇新版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln 篇已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln 個無法讀取</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Kept filters</source>
        <translation>已存篩選(&amp;K)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::MessagesPanel</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情況</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>demarche::ui::OverviewStrip</name>
    <message>
        <source>Overview of all events</source>
        <translation>全部事件概覽</translation>
    </message>
    <message>
        <source>All events by time; drag the frame to move the timeline</source>
        <translation>全部事件依時間排列;拖曳方框可移動時間軸</translation>
    </message>
</context>
<context>
    <name>demarche::ui::PassageFacts</name>
    <message>
        <source>%1 (all sources together: %2)</source>
        <translation>%1(綜合各來源:%2)</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>date in words, as EDTF</comment>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>推算依據</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>層級</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
</context>
<context>
    <name>demarche::ui::PictureCommands</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 向量圖 (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF 頁面 (*.pdf)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>複製為圖片</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>demarche::ui::PictureDialog</name>
    <message>
        <source>&amp;Legend</source>
        <translation>圖例(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>來源(&amp;S)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>標題(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>顏色(&amp;C)：</translation>
    </message>
    <message>
        <source>With:</source>
        <translation>附上：</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The &amp;view as it is now</source>
        <translation>目前的檢視(&amp;V)</translation>
    </message>
    <message>
        <source>All &amp;events that pass the filter</source>
        <translation>符合篩選條件的所有事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;From – to:</source>
        <translation>起訖時間(&amp;F)：</translation>
    </message>
    <message>
        <source>2023-05, 197X, 2018/2019</source>
        <translation>2023-05、197X、2018/2019</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>內容：</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>與螢幕相同</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4 橫向</translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3 橫向</translation>
    </message>
    <message>
        <source>Letter, landscape</source>
        <translation>Letter 橫向</translation>
    </message>
    <message>
        <source>Own width and height</source>
        <translation>自訂寬度和高度</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>尺寸(&amp;Z)：</translation>
    </message>
</context>
<context>
    <name>demarche::ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>demarche::ui::ReaderView</name>
    <message>
        <source>Select an event to read the passage that tells it.</source>
        <translation>選取一個事件,閱讀講述它的段落。</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>Passages that tell the event</source>
        <translation>講述此事件的段落</translation>
    </message>
    <message>
        <source>Previous passage of this event</source>
        <translation>此事件的上一段落</translation>
    </message>
    <message>
        <source>Next passage of this event</source>
        <translation>此事件的下一段落</translation>
    </message>
    <message>
        <source>The passage does not stand in this text as it was read.</source>
        <translation>此段落與所讀正文不符。</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <comment>date, kind, status</comment>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>passage, of so many, in this article</comment>
        <translation>%1/%2:%3</translation>
    </message>
    <message>
        <source>Stated date: %1</source>
        <translation>頁面日期:%1</translation>
    </message>
    <message>
        <source>Day of writing: %1, %2</source>
        <comment>date, where it comes from</comment>
        <translation>撰寫日期:%1(%2)</translation>
    </message>
    <message>
        <source>The article “%1” was removed from the library.</source>
        <translation>文章《%1》已從資料庫中移除。</translation>
    </message>
    <message>
        <source>“%1” is not among the events any more: the library was changed.</source>
        <translation>事件「%1」已不存在:資料庫有更動。</translation>
    </message>
    <message>
        <source>Here is another one that tells the event.</source>
        <translation>這裡是講述此事件的另一篇文章。</translation>
    </message>
</context>
<context>
    <name>demarche::ui::ShowMenu</name>
    <message>
        <source>&amp;All kinds and statuses</source>
        <translation>所有類型和狀態(&amp;A)</translation>
    </message>
</context>
<context>
    <name>demarche::ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Click to show again: %1</source>
        <translation>點一下重新顯示:%1</translation>
    </message>
    <message>
        <source>Click to leave out: %1</source>
        <translation>點一下不顯示:%1</translation>
    </message>
</context>
</TS>
