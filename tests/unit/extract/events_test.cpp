// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/reading.h"

#include <set>

using demarche::extract::rows;

TEST_CASE("both sides of a meeting, its day and its city are found in English") {
  CHECK(rows("Secretary of State Colin Powell met Foreign Minister Tang Jiaxuan in Beijing on July 28, 2001.",
             "2001-07-29") == "meeting occurred 2001-07-28 Beijing: Colin Powell; Tang Jiaxuan;\n");
}

TEST_CASE("the same in simplified and in traditional Chinese") {
  CHECK(rows("2001年7月28日，外交部长唐家璇在北京会见美国国务卿鲍威尔。", "2001-07-29") ==
        "meeting occurred 2001-07-28 Beijing: Tang Jiaxuan; Colin Powell;\n");
  CHECK(rows("2001年7月28日，外交部長唐家璇在北京會見美國國務卿鮑威爾。", "2001-07-29") ==
        "meeting occurred 2001-07-28 Beijing: Tang Jiaxuan; Colin Powell;\n");
}

TEST_CASE("a plan stays a plan when its day is over and nobody says what came of it") {
  CHECK(rows("Secretary of State Warren Christopher was due to arrive in Beijing on March 11, 1994.",
             "1994-03-20") == "visit planned 1994-03-11 Beijing: Warren Christopher;\n");
  CHECK(rows("国务卿克里斯托弗预定1994年3月11日抵达北京。", "1994-03-20") ==
        "visit planned 1994-03-11 Beijing: Warren Christopher;\n");
}

TEST_CASE("who invites does not travel") {
  CHECK(rows("At the invitation of President Jiang Zemin, President Bill Clinton visited China in June 1998.",
             "1998-07-05") == "visit occurred 1998-06 China: Bill Clinton;\n");
}

TEST_CASE("a visit that is only expected is planned") {
  CHECK(rows("Treasury Secretary Henry Paulson is expected to visit Beijing next month.", "2006-08-20") ==
        "visit planned 2006-09 Beijing: Henry Paulson;\n");
  CHECK(rows("美国财政部长保尔森预计下月访问北京。", "2006-08-20") ==
        "visit planned 2006-09 Beijing: Henry Paulson;\n");
}

TEST_CASE("what was put off is cancelled") {
  CHECK(rows("Robert Gates's visit to Beijing was postponed in January 2010.", "2010-02-01") ==
        "visit cancelled 2010-01 Beijing: Robert Gates;\n");
}

TEST_CASE("a denied meeting is no event") {
  CHECK(rows("John Kerry did not meet Wang Yi in Vientiane.", "2016-07-27").empty());
  CHECK(rows("如果克里会见王毅，局面会不同。", "2016-07-27").empty());
}

TEST_CASE("the subject goes on into the next clause") {
  CHECK(rows("On Feb. 20, 2009, Hillary Clinton arrived in Beijing and met Yang Jiechi.", "2009-02-22") ==
        "visit occurred 2009-02-20 Beijing: Hillary Clinton;\n"
        "meeting occurred 2009-02-20 Beijing: Hillary Clinton; Yang Jiechi;\n");
}

TEST_CASE("a title alone is whoever held it that day") {
  CHECK(rows("On April 1, 2001 the US Secretary of State telephoned Qian Qichen.", "2001-04-02") ==
        "call occurred 2001-04-01 -: Colin Powell; Qian Qichen;\n");
}

TEST_CASE("the two leaders are the heads of both states at the time") {
  CHECK(rows("The two presidents held talks in Crawford on October 25, 2002.", "2002-10-26") ==
        "meeting occurred 2002-10-25 Crawford: George W. Bush; Jiang Zemin;\n");
}

TEST_CASE("who only reports takes no part") {
  CHECK(rows("Marie Harf said John Kerry met Wang Yi in Boston on Oct. 17, 2014.", "2014-10-18") ==
        "meeting occurred 2014-10-17 Boston: John Kerry; Wang Yi;\n");
}

TEST_CASE("a meeting with a third country is context") {
  CHECK(rows("On May 20, 2014 Xi Jinping met Vladimir Putin in Shanghai.", "2014-05-21") ==
        "context meeting occurred 2014-05-20 Shanghai: Xi Jinping; Vladimir Putin;\n");
}

TEST_CASE("a headline joins what the text tells") {
  const auto read =
      demarche::extract::read("Powell meets Tang in Beijing\n\nSecretary of State Colin Powell met Foreign "
                              "Minister Tang Jiaxuan in Beijing on July 28, 2001.\n",
                              "2001-07-29");
  REQUIRE(read.events.size() == 1);
  CHECK(read.events.front().passages.size() == 2);
}

TEST_CASE("a vague date stays vague") {
  CHECK(rows("In early February 1979 Deng Xiaoping met Cyrus Vance in Washington.", "1979-03-01") ==
        "meeting occurred 1979-02~ Washington: Deng Xiaoping; Cyrus Vance;\n");
}

TEST_CASE("every event names the rule that made it") {
  for (const auto& event :
       demarche::extract::read("Colin Powell met Tang Jiaxuan in Beijing.", "2001-07-29").events)
    CHECK(event.passages.front().rule.find("en/rules/encounters.toml:") == 0);
}

TEST_CASE("he is a person's name only behind a title, else whoever was spoken of") {
  CHECK(
      rows("Secretary of State James Baker was in town. He met Foreign Minister Qian Qichen on November 16.",
           "1991-11-18") == "meeting occurred 1991-11-16 -: James Baker; Qian Qichen;\n");
  CHECK(rows("Vice Premier He met Treasury Secretary Janet Yellen in Guangzhou on April 5.", "2024-04-09") ==
        "meeting occurred 2024-04-05 Guangzhou: He Lifeng; Janet Yellen;\n");
}

TEST_CASE("a note of names, a place and a day is a meeting, without a verb") {
  CHECK(rows("Other contacts. Warren Christopher and Qian Qichen in Jakarta on July 25.", "1996-08-02") ==
        "meeting occurred 1996-07-25 Jakarta: Warren Christopher; Qian Qichen;\n");
  CHECK(rows("Admiral Mike Mullen and General Chen Bingde by video on March 3.", "2011-03-05") ==
        "call occurred 2011-03-03 -: Mike Mullen; Chen Bingde;\n");
}

TEST_CASE("a sentence that lists days and places tells a meeting for each") {
  CHECK(rows("Jake Sullivan met Wang Yi in Vienna on May 10, 2023, in Malta on September 16, 2023, and in "
             "Bangkok on "
             "January 26, 2024.",
             "2024-02-01") == "meeting occurred 2023-05-10 Vienna: Jake Sullivan; Wang Yi;\n"
                              "meeting occurred 2023-09-16 Malta: Jake Sullivan; Wang Yi;\n"
                              "meeting occurred 2024-01-26 Bangkok: Jake Sullivan; Wang Yi;\n");
  CHECK(rows("沙利文与王毅2023年5月10日在维也纳、9月16日在马耳他会面。", "2024-02-01") ==
        "meeting occurred 2023-05-10 Vienna: Jake Sullivan; Wang Yi;\n"
        "meeting occurred 2023-09-16 Malta: Jake Sullivan; Wang Yi;\n");
}

TEST_CASE("what the same people did next is of the day and at the place told before") {
  CHECK(rows("In May 1983 Commerce Secretary Malcolm Baldrige flew to Beijing. He called on Premier Zhao "
             "Ziyang.",
             "1983-07-01") == "visit occurred 1983-05 Beijing: Malcolm Baldrige;\n"
                              "meeting occurred 1983-05 Beijing: Malcolm Baldrige; Zhao Ziyang;\n");
}

TEST_CASE("of namesakes the one is meant who was in office on the day told") {
  CHECK(rows("2001年10月19日，布什总统在上海会见江泽民主席。", "2005-06-01") ==
        "meeting occurred 2001-10-19 Shanghai: George W. Bush; Jiang Zemin;\n");
  CHECK(rows("1989年2月25日，布什总统在北京会见国家主席杨尚昆。", "2005-06-01") ==
        "meeting occurred 1989-02-25 Beijing: George H. W. Bush; Yang Shangkun;\n");
}

TEST_CASE("no two events of an article have the same key, however many one verb tells") {
  const auto read =
      demarche::extract::read("In May 1998 Madeleine Albright went to Beijing. The next day "
                              "she saw Tang Jiaxuan, Premier Zhu Rongji and the "
                              "finance minister, Xiang Huaicheng, in turn. She met Qian Qichen in "
                              "Beijing on May 2, 1998, in Shanghai on May 3, 1998, "
                              "and in Xi'an on May 4, 1998.",
                              "1998-06-10");
  std::set<std::string> keys;
  for (const auto& event : read.events)
    CHECK(keys.insert(event.id).second);
  CHECK(keys.size() > 3);
}

TEST_CASE("what did not happen until a day happened then") {
  CHECK(rows("Madeleine Albright did not travel to Beijing until February 1997.", "1997-06-01") ==
        "visit occurred 1997-02 Beijing: Madeleine Albright;\n");
}

TEST_CASE("a meeting that took place for the first time since another is not dated by the other") {
  CHECK(rows("On March 3, 1999, Madeleine Albright met Tang Jiaxuan in Geneva, the first meeting since "
             "contacts were "
             "cut in May 1998.",
             "1999-04-01") == "meeting occurred 1999-03-03 Geneva: Madeleine Albright; Tang Jiaxuan;\n");
}

TEST_CASE("those met one by one were met on their own") {
  CHECK(rows("William Perry met Chi Haotian on October 17 and Jiang Zemin on October 18, 1994, in Beijing.",
             "1994-11-01") == "meeting occurred 1994-10-17 Beijing: William Perry; Chi Haotian;\n"
                              "meeting occurred 1994-10-18 Beijing: William Perry; Jiang Zemin;\n");
}

TEST_CASE("talks of another country are not ours") {
  CHECK(
      rows("Japan and China held talks in Tokyo on September 5, 1994. Washington said little.", "1994-10-01")
          .find("US government") == std::string::npos);
}

TEST_CASE("a dateline tells where the report was written, not an event") {
  CHECK(rows("Talks end\n\nGENEVA, March 4, 1999 (Wire) - Madeleine Albright met Tang Jiaxuan on Wednesday.",
             "1999-03-04") == "meeting occurred 1999-03-03 Geneva: Madeleine Albright; Tang Jiaxuan;\n");
}

TEST_CASE("what is asked is not told") {
  CHECK(rows("Will William Perry meet Chi Haotian?", "1994-10-01").empty());
}

TEST_CASE("a negation denies only the words that it stands with") {
  CHECK(rows("On May 2, 1996, Warren Christopher and Qian Qichen did not dine; they spoke by telephone.",
             "1996-05-03") == "call occurred 1996-05-02 -: Warren Christopher; Qian Qichen;\n");
}

TEST_CASE("a readout without a day was on the day it is dated") {
  CHECK(rows("Secretary Albright's Meeting With Chinese Foreign Minister Tang Jiaxuan\n\nSecretary of State "
             "Madeleine "
             "Albright met with Chinese Foreign Minister Tang Jiaxuan in Singapore.",
             "1999-07-25") == "meeting occurred 1999-07-25 Singapore: Madeleine Albright; Tang Jiaxuan;\n");
}

TEST_CASE("an older spelling has a family name of its own, a title before a name is none") {
  CHECK(rows("Zhou Enlai had died. Premier Zhao Ziyang met Ronald Reagan in Washington on January 10, 1984.",
             "1984-02-01") == "meeting occurred 1984-01-10 Washington: Zhao Ziyang; Ronald Reagan;\n");
  CHECK(rows("Teng Hsiao-ping was in good form. Teng met Zbigniew Brzezinski in Peking on May 21, 1978.",
             "1978-06-01") == "meeting occurred 1978-05-21 Beijing: Deng Xiaoping; Zbigniew Brzezinski;\n");
}

TEST_CASE("who came to office a generation later was not there") {
  CHECK(rows("1971年7月9日，习近平主席说起的周恩来在北京会见了基辛格。", "2019-07-01").find("Xi Jinping") ==
        std::string::npos);
}

TEST_CASE("what would have been had something else happened is no event") {
  CHECK(rows("Had William Perry met Chi Haotian in March 1996, the crisis might have been shorter.",
             "1996-06-01")
            .empty());
}

TEST_CASE("where somebody of a third country was, nobody of ours met") {
  const std::string told =
      rows("William Perry met Chi Haotian in Beijing on October 17, 1994.\n\nHelmut Kohl was in "
           "Shanghai on November 16, 1995.",
           "1995-12-01");
  CHECK(told == "meeting occurred 1994-10-17 Beijing: William Perry; Chi Haotian;\n"
                "context visit occurred 1995-11-16 Shanghai: Helmut Kohl;\n");
}

TEST_CASE("rounds, days and places without a verb are more of what was told") {
  CHECK(rows("中美两国的人权磋商至今三轮：首轮2004年3月在北京，次轮2004年10月在纽约。", "2005-03-05") ==
        "meeting occurred 2004-03 Beijing: US government; Chinese government;\n"
        "meeting occurred 2004-10 New York: US government; Chinese government;\n");
}

TEST_CASE("two days on one verb are two events, days that run on are one") {
  CHECK(rows("布什和胡锦涛2008年3月26日与5月13日两度通话。", "2008-12-20") ==
        "call occurred 2008-03-26 -: George W. Bush; Hu Jintao;\n"
        "call occurred 2008-05-13 -: George W. Bush; Hu Jintao;\n");
  CHECK(rows("上周四和周五，保尔森同王岐山在纽约举行会谈。", "2008-06-23") ==
        "meeting occurred 2008-06-19/2008-06-20 New York: Henry Paulson; Wang Qishan;\n");
}

TEST_CASE("who went one after the other went each by himself") {
  CHECK(rows("2008年6月，保尔森和赖斯先后访华。", "2008-07-05") ==
        "visit occurred 2008-06 China: Henry Paulson;\nvisit occurred 2008-06 China: Condoleezza Rice;\n");
}

TEST_CASE("who a relative clause names is the subject of the verb behind it") {
  CHECK(rows("2008年6月30日，正在访华的国务卿赖斯与外交部长杨洁篪会谈。", "2008-07-05") ==
        "meeting occurred 2008-06-30 -: Condoleezza Rice; Yang Jiechi;\n");
}

TEST_CASE("a paragraph's head says when and where, what follows says what") {
  CHECK(rows("2008年6月30日，北京。国务卿赖斯与外交部长杨洁篪会谈。", "2008-07-05") ==
        "meeting occurred 2008-06-30 Beijing: Condoleezza Rice; Yang Jiechi;\n");
}

TEST_CASE("a house is of the meeting told in it, its city of the next") {
  CHECK(rows("2009年7月27日，戴秉国在白宫与奥巴马会谈，下午又与希拉里·克林顿会谈。", "2009-07-30") ==
        "meeting occurred 2009-07-27 White House: Dai Bingguo; Barack Obama;\n"
        "meeting occurred 2009-07-27 Washington: Dai Bingguo; Hillary Clinton;\n");
}

TEST_CASE("a delegation is whoever heads it, and its journey goes on") {
  CHECK(rows("众议员史密斯率领的美国国会代表团2019年4月8日抵达上海。当晚，代表团飞抵北京。9日，委员长栗战书会"
             "见了代表团。",
             "2019-04-10") == "visit occurred 2019-04-08 Shanghai: Adam Smith;\n"
                              "visit occurred 2019-04-08 Beijing: Adam Smith;\n"
                              "meeting occurred 2019-04-09 Beijing: Li Zhanshu; Adam Smith;\n");
}

TEST_CASE("what is to happen during a stay lies within its days") {
  CHECK(rows("国务卿克里将于2014年2月14日至15日访问北京。访问期间，外长王毅将与克里会谈。", "2014-02-12") ==
        "visit planned 2014-02-14/2014-02-15 Beijing: John Kerry;\n"
        "meeting planned 2014-02-14/2014-02-15 Beijing: Wang Yi; John Kerry;\n");
}

TEST_CASE("where somebody came from is not where he went") {
  CHECK(rows("国务卿鲍威尔2003年2月23日自东京飞抵北京。", "2003-02-24") ==
        "visit occurred 2003-02-23 Beijing: Colin Powell;\n");
}

TEST_CASE("what an earlier meeting agreed is no meeting of today, and its people take no part") {
  CHECK(
      rows("2015年9月12日，国务委员杨洁篪在华盛顿会见国务卿克里，双方就落实两国元首瀛台会晤共识交换了意见。",
           "2015-09-13") == "meeting occurred 2015-09-12 Washington: Yang Jiechi; John Kerry;\n");
}
