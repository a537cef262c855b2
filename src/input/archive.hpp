#pragma once

#include <functional>
#include <string>

#include "input/source.hpp"
#include "input/stream.hpp"

namespace timeline::input {

/// Unpacks .gz, .zip, .tar and .tar.gz as a stream, never to disk. Calls member(name, bytes) for each file, in the
/// order of the archive; it returns false to stop. Members whose path climbs out ("../x", "/x"), that are locked, or
/// that unpack to more than the options allow are issues. Archives inside archives are not opened.
void read_archive(ByteStream& bytes, const std::string& source, bool gzip, const Options& options,
                  const std::function<bool(const std::string&, ByteStream&)>& member, const Sink& sink);

}  // namespace timeline::input
