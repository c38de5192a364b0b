// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/tokenizer.h"

#include "core/library/search/fts.h"
#include "core/library/search/words.h"

#include <array>
#include <cstring>
#include <new>

namespace demarche::library {
namespace {

using TakeWord = int (*)(void*, int, const char*, int, int, int);

class WordGiver {
 public:
  WordGiver(TakeWord take, void* context) : m_take(take), m_context(context) {}

  int give(const Word& word) const {
    int code = pass(0, word.text, word.begin, word.end);
    if (word.form == Word::Form::pair && code == SQLITE_OK)
      code = pass(FTS5_TOKEN_COLOCATED, word.text.substr(0, word.firstLength), word.begin, word.firstEnd);
    else if (word.form == Word::Form::word && code == SQLITE_OK)
      code = giveBeginnings(word);
    return code;
  }

 private:
  int pass(int flags, std::string_view text, std::int32_t begin, std::int32_t end) const {
    return m_take(m_context, flags, text.data(), static_cast<int>(text.size()), begin, end);
  }

  int giveBeginnings(const Word& word) const {
    std::array<char, longestBeginning * 4 + 1> beginning{}; // a character is of four bytes at most
    for (int characters = shortestBeginning; characters <= longestBeginning; ++characters) {
      const std::size_t length = lengthOfBeginning(word.text, characters);
      if (length == 0) break;
      std::memcpy(beginning.data(), word.text.data(), length);
      beginning[length] = '*';
      const int code = pass(FTS5_TOKEN_COLOCATED, {beginning.data(), length + 1}, word.begin, word.end);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  }

  TakeWord m_take;
  void* m_context;
};

int tokenize(Fts5Tokenizer*, void* context, int purpose, const char* text, int size, TakeWord take) {
  if ((purpose & FTS5_TOKENIZE_QUERY) != 0)
    return size > 0 ? take(context, 0, text, size, 0, size) : SQLITE_OK;
  try {
    const WordGiver giver(take, context);
    WordReader reader({text != nullptr ? text : "", static_cast<std::size_t>(size)});
    for (Word word; reader.next(word);)
      if (const int code = giver.give(word); code != SQLITE_OK) return code;
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM; // nothing may be thrown through SQLite
  }
}

/// It has no state, but FTS5 wants to be given something.
int createTokenizer(void*, const char**, int, Fts5Tokenizer** made) {
  static char nothing = 0;
  *made = reinterpret_cast<Fts5Tokenizer*>(&nothing);
  return SQLITE_OK;
}
void deleteTokenizer(Fts5Tokenizer*) {}

} // namespace

void registerTokenizer(Connection& connection) {
  fts5_api& fts = ftsOf(connection);
  fts5_tokenizer functions{createTokenizer, deleteTokenizer, tokenize};
  if (fts.xCreateTokenizer(&fts, "demarche", nullptr, &functions, nullptr) != SQLITE_OK)
    throw DatabaseError(base::ErrorKind::internal, "SQLite does not take the words of the search");
}

} // namespace demarche::library
